import type { ActionField } from '../../schema/connection.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './settings.module.css'

const places = [
  { value: 'body', label: 'What is sent' },
  { value: 'path', label: 'The path' },
  { value: 'query', label: 'A search value' },
] as const
const sources = [
  { value: 'variable', label: 'A variable of the flow' },
  { value: 'value', label: 'Always the same' },
]

interface ActionFieldRowProps {
  field: ActionField
  /** Counted from 1. */
  place: number
  onChange: (change: Partial<ActionField>) => void
  onRemove: () => void
}

/** One value of an action: what operators see, where it goes, what it begins with. */
export function ActionFieldRow({ field, place, onChange, onRemove }: ActionFieldRowProps) {
  const fixed = 'value' in field.from
  return (
    <fieldset className={styles.rule}>
      <legend className="sr">{field.label || `Value ${place}`}</legend>
      <div className={styles.two}>
        <TextField label="Label" value={field.label} onChange={(label) => onChange({ label })} />
        <SelectField
          label="Goes into"
          options={places}
          value={field.place}
          onChange={(value) => onChange({ place: places.find((one) => one.value === value)?.value ?? field.place })}
        />
        <TextField
          label="Name over there"
          placeholder="person.last_name"
          mono
          value={field.to}
          onChange={(to) => onChange({ to })}
        />
        <SelectField
          label="Begins with"
          options={sources}
          value={fixed ? 'value' : 'variable'}
          onChange={(kind) => onChange({ from: kind === 'value' ? { value: '' } : { variable: '' } })}
        />
        {'value' in field.from ? (
          <TextField label="Value" value={field.from.value} onChange={(value) => onChange({ from: { value } })} />
        ) : (
          <TextField
            label="Variable"
            mono
            value={field.from.variable}
            onChange={(variable) => onChange({ from: { variable } })}
          />
        )}
      </div>
      <div className={styles.row}>
        <CheckboxField
          label="It may be left out"
          isSelected={field.optional}
          onChange={(optional) => onChange({ optional })}
        />
        <Button size="s" variant="quiet" onPress={onRemove} aria-label={`Remove ${field.label || `value ${place}`}`}>
          Remove
        </Button>
      </div>
    </fieldset>
  )
}
