import { X } from 'lucide-react'
import { type Option, useNodeEditing } from '../node-editor.ts'
import styles from './many.module.css'
import { useField } from './use-field.ts'

interface ManySettingProps {
  field: string
  label: string
  /** What none of them means. */
  none: string
  options: readonly Option[]
}

/** Some of several, by id: chosen ones as tags, the rest in a list to add from. */
export function ManySetting({ field, label, none, options }: ManySettingProps) {
  const { kit } = useNodeEditing()
  const { value, set, error, ref } = useField(field, true)
  const chosen = Array.isArray(value) ? value.map(String) : []
  const left = options.filter((option) => !chosen.includes(option.value))
  const nameOf = (id: string) => options.find((option) => option.value === id)?.label ?? id
  return (
    <div ref={ref} className={styles.many}>
      <kit.SelectField
        label={label}
        error={error}
        placeholder={chosen.length === 0 ? none : 'Add another'}
        options={left}
        value={null}
        onChange={(id) => set([...chosen, id])}
      />
      {chosen.length > 0 && (
        <ul className={styles.tags} aria-label={label}>
          {chosen.map((id) => (
            <li key={id} className={styles.tag}>
              {nameOf(id)}
              <button
                type="button"
                aria-label={`Remove ${nameOf(id)}`}
                onClick={() => {
                  const rest = chosen.filter((each) => each !== id)
                  set(rest.length === 0 ? undefined : rest)
                }}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
