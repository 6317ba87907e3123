import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { type Answer, call, wordsOf } from '../api.ts'
import { Loaded } from '../loaded.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { LanguageModelFields } from './language-model-fields.tsx'
import { ModelDownloadPanel } from './model-download-panel.tsx'
import styles from './settings.module.css'
import { isWanted, knowledgeSettingsQuery } from './settings-queries.ts'
import { areHosts, TrustedHostsField, toHosts } from './trusted-hosts-field.tsx'

/** How documents are searched, and how answers are put. */
export function KnowledgeSettingsPage() {
  const settings = useQuery({ ...knowledgeSettingsQuery, refetchOnWindowFocus: false })
  return (
    <Loaded query={settings} what="settings of the documents">
      {(data) => (
        <>
          <KnowledgeForm key={JSON.stringify(data.settings)} saved={data} />
          <ModelDownloadPanel />
        </>
      )}
    </Loaded>
  )
}

const first = 'first'
const none = 'none'

function KnowledgeForm({ saved }: { saved: Answer<typeof knowledgeRoutes.settings> }) {
  const queries = useQueryClient()
  const [draft, setDraft] = useState(saved.settings)
  const [checked, setChecked] = useState(false)
  const { languageModel } = draft
  const whole =
    areHosts(draft.hosts) &&
    (languageModel === null || (languageModel.connection !== '' && languageModel.model.trim() !== ''))
  const save = useMutation({
    mutationFn: () => call(knowledgeRoutes.saveSettings, { body: { ...draft, hosts: toHosts(draft.hosts) } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: knowledgeSettingsQuery.queryKey })
      showToast('How documents are used is saved')
    },
  })
  const fault = saved.models.find(({ fault: found }) => found !== null)
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (whole) save.mutate()
      }}
    >
      <Panel title="Finding passages">
        <div className={styles.form}>
          {saved.models.length === 0 ? (
            <Banner title="No model of meaning is there.">
              Documents are found by words alone, with synonyms of policing and slips of the pen. A model can be
              downloaded below, or put into the folder that MODEL_DIR names on the server.
            </Banner>
          ) : (
            <Banner
              tone={saved.inUse ? 'ok' : 'info'}
              title={
                saved.inUse
                  ? 'A model of meaning is used:'
                  : isWanted(saved)
                    ? 'A model of meaning is being made ready.'
                    : 'Words alone decide.'
              }
            >
              {saved.inUse ??
                (isWanted(saved)
                  ? 'Until it has looked at every passage, documents are found as before.'
                  : 'A model is there, and is not used.')}
            </Banner>
          )}
          {fault && (
            <Banner tone="emergency" title={`The model ${fault.name} cannot be used.`}>
              {fault.fault}
            </Banner>
          )}
          {saved.models.length > 0 && (
            <SelectField
              label="Model of meaning"
              help="Contact types are told apart with it too, where it knows words by themselves."
              options={[
                { value: first, label: 'The first that is there' },
                { value: none, label: 'None: words alone' },
                ...saved.models.map(({ name }) => ({ value: name, label: name })),
              ]}
              value={draft.model === undefined ? first : (draft.model ?? none)}
              onChange={(model) =>
                setDraft({ ...draft, model: model === first ? undefined : model === none ? null : model })
              }
            />
          )}
          <NumberField
            label="How sure it has to be to answer"
            unit="%"
            help="Below it the visitor is told that the chat does not know, and can talk to a person."
            minValue={5}
            maxValue={95}
            step={5}
            value={Math.round(draft.threshold * 100)}
            onChange={(percent) => setDraft({ ...draft, threshold: percent / 100 })}
          />
        </div>
      </Panel>
      <Panel title="Approving">
        <div className={styles.form}>
          <SwitchField
            label="A second person approves"
            isSelected={draft.secondPerson}
            onChange={(secondPerson) => setDraft({ ...draft, secondPerson })}
          />
          <p className={styles.intro}>
            Whoever adds a version of a document, or writes an answer, cannot approve it themselves. They can still take
            one back.
          </p>
        </div>
      </Panel>
      <Panel title="Putting answers">
        <div className={styles.form}>
          <TrustedHostsField
            value={draft.hosts}
            onChange={(hosts) => setDraft({ ...draft, hosts })}
            checked={checked}
          />
          <LanguageModelFields
            value={languageModel}
            onChange={(next) => setDraft({ ...draft, languageModel: next })}
            checked={checked}
          />
        </div>
      </Panel>
      {save.isError && (
        <Banner tone="emergency" live title="Not saved.">
          {wordsOf(save.error)} What you chose is still here.
        </Banner>
      )}
      <div className={styles.foot}>
        <Button type="submit" variant="primary" busy={save.isPending}>
          Save
        </Button>
      </div>
    </Form>
  )
}
