import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { Department } from '../../schema/department.ts'
import { RadioGroupField } from '../ui/radio-group-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { BankHolidayField } from './bank-holiday-field.tsx'
import { DepartmentWorkFields } from './department-work-fields.tsx'
import { EscalationFields } from './escalation-fields.tsx'
import { FormFoot } from './form-foot.tsx'
import { faultIn, HoursFields, usualHours } from './hours-fields.tsx'
import styles from './settings.module.css'

interface DepartmentFormProps {
  department: Department
  /** All of the force, for overflow and rules. */
  all: readonly Department[]
  onSave: (department: Department) => void
  onCancel: () => void
  busy: boolean
  error: Error | null
}
const languages = [
  { locale: 'en-GB', label: 'English' },
  { locale: 'cy-GB', label: 'Welsh' },
] as const

/** Makes or changes a department. */
export function DepartmentForm({ department, all, onSave, onCancel, busy, error }: DepartmentFormProps) {
  const [draft, setDraft] = useState(department)
  const [checked, setChecked] = useState(false)
  const others = all.filter(({ id }) => id !== department.id)
  const nameless = draft.name.trim() === ''
  const words = toLocales(draft.safeguardingWords)
  const setWords = (locale: string, text: string) => {
    const next = Object.fromEntries(
      Object.entries({ ...words, [locale]: text }).filter(([, said]) => said.trim() !== ''),
    )
    setDraft({ ...draft, safeguardingWords: Object.keys(next).length > 0 ? next : null })
  }
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (!nameless && !faultIn(draft.hours)) onSave(toSaved(draft))
      }}
    >
      <TextField
        label="Name"
        autoFocus
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        error={checked && nameless ? 'Give the department a name' : undefined}
      />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Opening hours</legend>
        <SwitchField
          label="Always open"
          isSelected={draft.hours === null}
          onChange={(always) =>
            setDraft({ ...draft, ...(always ? { hours: null, bankHolidays: null } : usualHours()) })
          }
        />
        {draft.hours && (
          <>
            <HoursFields hours={draft.hours} onChange={(hours) => setDraft({ ...draft, hours })} />
            <BankHolidayField
              region={draft.bankHolidays}
              onChange={(bankHolidays) => setDraft({ ...draft, bankHolidays })}
            />
          </>
        )}
      </fieldset>
      <DepartmentWorkFields draft={draft} onChange={setDraft} others={others} />
      <EscalationFields
        rules={draft.escalations}
        onChange={(escalations) => setDraft({ ...draft, escalations })}
        others={others}
      />
      <RadioGroupField
        label="Who gets the next contact"
        options={[
          { value: 'by-hand', label: 'Whoever picks it up' },
          {
            value: 'automatic',
            label: 'Whoever is available and has least',
            help: 'It opens in their inbox by itself',
          },
        ]}
        value={draft.assignment}
        onChange={(assignment) =>
          setDraft({ ...draft, assignment: assignment === 'automatic' ? 'automatic' : 'by-hand' })
        }
      />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Safeguarding words</legend>
        <p className={styles.intro}>
          What a visitor reads when a safeguarding contact comes to this department. Use only words that your force has
          approved. Left empty, the flow’s own are shown.
        </p>
        <div className={styles.two}>
          {languages.map(({ locale, label }) => (
            <TextArea
              key={locale}
              label={label}
              optional
              value={words[locale] ?? ''}
              onChange={(text) => setWords(locale, text)}
            />
          ))}
        </div>
      </fieldset>
      <FormFoot verb="Save the department" busy={busy} error={error} onCancel={onCancel} />
    </Form>
  )
}

function toLocales(text: Department['safeguardingWords']): Record<string, string> {
  if (text === null) return {}
  return typeof text === 'string' ? { 'en-GB': text } : text
}

/** Without blanks that somebody left behind while they were typing a list. */
function toSaved(draft: Department): Department {
  const clean = (list: readonly string[]) => list.map((entry) => entry.trim()).filter(Boolean)
  return {
    ...draft,
    name: draft.name.trim(),
    collections: clean(draft.collections),
    escalations: draft.escalations.map((rule) => ({
      ...rule,
      words: clean(rule.words),
      intents: clean(rule.intents),
    })),
  }
}
