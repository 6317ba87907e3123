import { X } from 'lucide-react'
import { isRecord } from '../../../nodes/kit/editor/path.ts'
import { useField } from '../../../nodes/kit/editor/use-field.ts'
import { useNodeEditing } from '../../../nodes/kit/node-editor.ts'
import type { Variable } from '../../../schema/flow.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './tests.module.css'
import { fromWords, toWords } from './value-words.ts'

/** The values that variables must have after a turn. */
export function ExpectedVariables({ path }: { path: string }) {
  const { variables } = useNodeEditing()
  const { value, set } = useField(path)
  const wanted = Object.entries(isRecord(value) ? value : {})
  const left = variables.filter(({ name }) => !wanted.some(([other]) => other === name))
  const write = (name: string, next: unknown, typing = true) =>
    set({ ...Object.fromEntries(wanted), [name]: next }, typing)
  return (
    <div className={styles.answers}>
      {wanted.map(([name, expected]) => (
        <div key={name} className={styles.answer}>
          <TextField
            label={`${name} is`}
            placeholder="Not set"
            value={toWords(expected)}
            onChange={(words) => {
              const variable = variables.find((each) => each.name === name)
              write(name, words === '' ? null : fromWords(words, expected ?? blank(variable)))
            }}
          />
          <IconButton
            size="s"
            label={`Do not look at ${name}`}
            icon={<X size={14} aria-hidden="true" />}
            onPress={() => {
              const rest = wanted.filter(([other]) => other !== name)
              set(rest.length === 0 ? undefined : Object.fromEntries(rest))
            }}
          />
        </div>
      ))}
      {left.length > 0 && (
        <SelectField
          label="Variables"
          hideLabel={wanted.length > 0}
          placeholder="Look at a variable"
          options={left.map(({ name, type }) => ({ value: name, label: name, help: type }))}
          value={null}
          onChange={(name) => write(name, blank(variables.find((each) => each.name === name)), false)}
        />
      )}
    </div>
  )
}

/** A value of the kind that the variable holds. */
function blank(variable: Variable | undefined): unknown {
  if (variable?.type === 'boolean') return true
  if (variable?.type === 'number') return 0
  return variable?.type === 'choices' ? [] : ''
}
