import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { contactTypesQuery } from '../departments-query.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import styles from './settings.module.css'

interface ContactTypesFieldProps {
  intents: readonly string[]
  onChange: (intents: string[]) => void
}

/** The kinds of contact that a rule holds for, by the names that they have in the flows; all of them when there are none. */
export function ContactTypesField({ intents, onChange }: ContactTypesFieldProps) {
  const types = useQuery(contactTypesQuery).data?.types ?? []
  const nameOf = (intent: string) => types.find(({ id }) => id === intent)?.label ?? intent
  const rest = types.filter(({ id }) => !intents.includes(id))
  return (
    <div className={styles.chosen}>
      <SelectField
        label="Only for"
        help={
          intents.length === 0
            ? 'Watches contacts that came to this department. The first one of the list also has those that came to none yet.'
            : 'Watches these as soon as the flow knows what they are about.'
        }
        options={[
          { value: '', label: intents.length === 0 ? 'All contact types' : 'Add a contact type' },
          ...rest.map(({ id, label }) => ({ value: id, label })),
        ]}
        value=""
        onChange={(intent) => intent !== '' && onChange([...intents, intent])}
      />
      {intents.length > 0 && (
        <ul>
          {intents.map((intent) => (
            <li key={intent}>
              <Button
                size="s"
                icon={<X size={14} aria-hidden="true" />}
                onPress={() => onChange(intents.filter((one) => one !== intent))}
                aria-label={`No longer only for ${nameOf(intent)}`}
              >
                {nameOf(intent)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
