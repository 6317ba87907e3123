import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { safetyRoutes } from '../../../schema/api/safety.ts'
import type { SafetySettings } from '../../../schema/safety-settings.ts'
import { localise } from '../../../schema/text.ts'
import { call, wordsOf } from '../../api.ts'
import { Loaded } from '../../loaded.tsx'
import { hasRole, useSession } from '../../session.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { showToast } from '../../ui/toast.tsx'
import settings from '../settings.module.css'
import styles from './safety.module.css'
import { safetyKey, safetySettingsQuery } from './safety-queries.ts'

/** How long an alert may stay unanswered, and what the force adds to the 999 advice. */
export function AlertSettings() {
  const saved = useQuery({ ...safetySettingsQuery, refetchOnWindowFocus: false })
  return (
    <div className={styles.tab}>
      <Loaded query={saved} what="alert settings">
        {(data) => <AlertForm key={JSON.stringify(data)} saved={data} />}
      </Loaded>
    </div>
  )
}

const kinds = [
  { kind: 'emergency', title: 'Emergency', least: 15, most: 300 },
  { kind: 'safeguarding', title: 'Safeguarding', least: 60, most: 1_800 },
] as const

function AlertForm({ saved }: { saved: SafetySettings }) {
  const mayChange = hasRole(useSession(), 'admin')
  const [escalation, setEscalation] = useState(saved.escalation)
  const [english, setEnglish] = useState(wordsIn(saved, 'en-GB'))
  const [welsh, setWelsh] = useState(wordsIn(saved, 'cy-GB'))
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: () =>
      call(safetyRoutes.saveSettings, { body: { escalation, emergencyWords: toWords(english, welsh) } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: safetyKey })
      showToast('Alerts and advice are saved')
    },
  })
  const set = (kind: 'emergency' | 'safeguarding', level: 'supervisors' | 'everyone', seconds: number) =>
    setEscalation({ ...escalation, [kind]: { ...escalation[kind], [level]: seconds } })
  return (
    <Form
      className={settings.form}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Panel title="When nobody acknowledges an alert">
        <div className={styles.stack}>
          <p>
            An alert reaches every operator and supervisor who is signed in. Unacknowledged, it goes to the supervisors,
            then to everybody of the force who is signed in. The times have limits, and no level can be switched off.
          </p>
          {kinds.map(({ kind, title, least, most }) => (
            <fieldset key={kind} className={settings.group} disabled={!mayChange}>
              <legend>{title}</legend>
              <div className={settings.two}>
                <NumberField
                  label="Supervisors are told after"
                  unit="seconds"
                  minValue={least}
                  maxValue={most}
                  value={escalation[kind].supervisors}
                  onChange={(seconds) => set(kind, 'supervisors', seconds)}
                  isDisabled={!mayChange}
                />
                <NumberField
                  label="Everybody is told after another"
                  unit="seconds"
                  minValue={least}
                  maxValue={most}
                  value={escalation[kind].everyone}
                  onChange={(seconds) => set(kind, 'everyone', seconds)}
                  isDisabled={!mayChange}
                />
              </div>
              <p className={styles.none}>
                From {least} to {most.toLocaleString('en-GB')} seconds.
              </p>
            </fieldset>
          ))}
        </div>
      </Panel>
      <Panel title="Your own words below the 999 advice">
        <div className={styles.stack}>
          <p>
            The advice itself can’t be changed or taken away: call 999, 55 for people who can’t speak, 999 BSL, Relay UK
            and text. Yours are added below it. The words for safeguarding are set with each department.
          </p>
          <div className={settings.two}>
            <TextArea label="English" optional rows={3} value={english} onChange={setEnglish} isDisabled={!mayChange} />
            <TextArea
              label="Welsh"
              optional
              rows={3}
              help="Reviewed by a Welsh speaker of the force"
              value={welsh}
              onChange={setWelsh}
              isDisabled={!mayChange}
            />
          </div>
        </div>
      </Panel>
      {save.error && (
        <Banner tone="emergency" live title="Not saved.">
          {wordsOf(save.error)} What you typed is still here.
        </Banner>
      )}
      {mayChange && (
        <div className={settings.foot}>
          <Button type="submit" variant="primary" busy={save.isPending}>
            Save alerts and advice
          </Button>
        </div>
      )}
    </Form>
  )
}

function wordsIn({ emergencyWords }: SafetySettings, locale: string): string {
  if (emergencyWords === null) return ''
  return typeof emergencyWords === 'string' || Object.hasOwn(emergencyWords, locale)
    ? localise(emergencyWords, locale)
    : ''
}

function toWords(english: string, welsh: string): SafetySettings['emergencyWords'] {
  const words = { ...(english.trim() && { 'en-GB': english.trim() }), ...(welsh.trim() && { 'cy-GB': welsh.trim() }) }
  return Object.keys(words).length === 0 ? null : words
}
