import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { adminRoutes, type Site } from '../../schema/api/admin.ts'
import { Origin } from '../../schema/origin.ts'
import { call } from '../api.ts'
import { toLines } from '../to-id.ts'
import { RadioGroupField } from '../ui/radio-group-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { BrandFields, brandPasses } from './brand-fields.tsx'
import { FormFoot } from './form-foot.tsx'
import styles from './settings.module.css'
import { flowNamesQuery, sitesQuery } from './settings-queries.ts'
import { useSave } from './use-save.ts'

const blank: Omit<Site, 'id' | 'key'> = {
  name: '',
  origins: [],
  flow: null,
  exitUrl: 'https://www.bbc.co.uk/weather',
  escape: 'leave',
  brand: null,
}

/** Makes or changes a site. */
export function SiteForm({ site, onDone }: { site?: Site; onDone: () => void }) {
  const [draft, setDraft] = useState(site ?? blank)
  const [origins, setOrigins] = useState((site?.origins ?? []).join('\n'))
  const [checked, setChecked] = useState(false)
  const flows = useQuery(flowNamesQuery)
  const lines = toLines(origins)
  const wrong = lines.find((line) => !Origin.safeParse(line).success)
  const errors = {
    name: draft.name.trim() === '' ? 'Give the site a name' : undefined,
    origins:
      lines.length === 0
        ? 'Add an address, for example https://www.northmoor.police.uk'
        : wrong && `“${wrong}” needs https:// in front and nothing after the name`,
    exitUrl: URL.canParse(draft.exitUrl) ? undefined : 'Use a whole address, for example https://www.bbc.co.uk/weather',
  }
  const save = useSave(
    () => {
      const { flow, exitUrl, brand } = draft
      const body = { name: draft.name.trim(), origins: lines, flow, exitUrl, escape: draft.escape, brand }
      return site
        ? call(adminRoutes.saveSite, { params: { id: site.id }, body })
        : call(adminRoutes.createSite, { body })
    },
    { queryKey: sitesQuery.queryKey, said: (saved) => `“${saved.name}” is saved`, onDone },
  )
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (!errors.name && !errors.origins && !errors.exitUrl && brandPasses(draft.brand)) save.mutate()
      }}
    >
      <div className={styles.two}>
        <TextField
          label="Name"
          autoFocus
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
          error={checked ? errors.name : undefined}
        />
        <SelectField
          label="Flow"
          help="New contacts get its live version."
          value={draft.flow ?? 'none'}
          onChange={(flow) => setDraft({ ...draft, flow: flow === 'none' ? null : flow })}
          options={[
            { value: 'none', label: 'None', help: 'Visitors see 101 and 999' },
            ...(flows.data?.flows ?? []).map((flow) => ({
              value: flow.id,
              label: flow.name,
              help: flow.live === null ? 'Not published yet' : `Version ${flow.live} live`,
            })),
          ]}
        />
      </div>
      <TextArea
        label="Addresses of the website"
        help="One on each line. The chat opens on these and nowhere else."
        mono
        rows={2}
        value={origins}
        onChange={setOrigins}
        error={checked ? errors.origins : undefined}
      />
      <div className={styles.two}>
        <TextField
          label="Where “Leave this page quickly” goes"
          help="A page that gives nothing away."
          mono
          value={draft.exitUrl}
          onChange={(exitUrl) => setDraft({ ...draft, exitUrl })}
          error={checked ? errors.exitUrl : undefined}
        />
        <RadioGroupField
          label="What Escape does in the chat"
          value={draft.escape}
          onChange={(choice) => setDraft({ ...draft, escape: choice === 'leave' ? 'leave' : 'make-small' })}
          options={[
            { value: 'leave', label: 'Leaves the page quickly', help: 'As on police.uk' },
            { value: 'make-small', label: 'Makes the chat small' },
          ]}
        />
      </div>
      <BrandFields brand={draft.brand} onChange={(brand) => setDraft({ ...draft, brand })} />
      <FormFoot
        verb={site ? 'Save the site' : 'Add the site'}
        busy={save.isPending}
        error={save.error}
        onCancel={onDone}
      />
    </Form>
  )
}
