import { useQuery } from '@tanstack/react-query'
import type { LanguageModel } from '../../schema/knowledge.ts'
import { NumberField } from '../ui/number-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './settings.module.css'
import { connectionsQuery } from './settings-queries.ts'

interface LanguageModelFieldsProps {
  value: LanguageModel | null
  onChange: (value: LanguageModel | null) => void
  checked: boolean
}

const blank: LanguageModel = { connection: '', model: '', path: '/v1', perHour: 1_000, nameThemes: false }

/** Whether a language model puts answers in its own words, and which. */
export function LanguageModelFields({ value, onChange, checked }: LanguageModelFieldsProps) {
  const connections = useQuery(connectionsQuery).data?.connections ?? []
  return (
    <div className={styles.form}>
      <SwitchField
        label="A language model puts answers in its own words"
        isSelected={value !== null}
        onChange={(on) => onChange(on ? blank : null)}
      />
      <p className={styles.intro}>
        Without one the documents are quoted. With one, every sentence is held to a passage before a visitor sees it,
        and the documents are quoted whenever it fails, is slow, or says more than they do. It is never asked about
        danger.
      </p>
      {value && (
        <>
          <SelectField
            label="Connection"
            help="To a server that speaks the OpenAI protocol. What visitors ask goes there."
            placeholder="Choose a connection"
            options={connections.map(({ id, name }) => ({ value: id, label: name }))}
            value={value.connection || null}
            onChange={(connection) => onChange({ ...value, connection })}
            error={
              checked && value.connection === '' ? 'Choose a connection. Admins make them under Connections' : undefined
            }
          />
          <div className={styles.two}>
            <TextField
              label="Model"
              mono
              value={value.model}
              onChange={(model) => onChange({ ...value, model })}
              error={checked && value.model.trim() === '' ? 'Write its name, as the server has it' : undefined}
            />
            <TextField label="Path" mono value={value.path} onChange={(path) => onChange({ ...value, path })} />
          </div>
          <NumberField
            label="Questions an hour at most"
            minValue={1}
            maxValue={100_000}
            value={value.perHour}
            onChange={(perHour) => onChange({ ...value, perHour })}
          />
          <SwitchField
            label="It also names what survey comments speak of"
            help="Words that several comments share go there, without names, numbers and addresses. A name is shown only where the comments hold all of its words."
            isSelected={value.nameThemes}
            onChange={(nameThemes) => onChange({ ...value, nameThemes })}
          />
        </>
      )}
    </div>
  )
}
