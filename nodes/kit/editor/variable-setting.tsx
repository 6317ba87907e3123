import { Braces, Plus } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Variable, VariableName, type VariableType } from '../../../schema/flow.ts'
import { useNodeEditing } from '../node-editor.ts'
import styles from './fields.module.css'
import { toText, useField } from './use-field.ts'

interface VariableSettingProps {
  field: string
  label: string
  help?: ReactNode
  optional?: boolean
  /** Types that can keep what comes here; the first is taken for a new variable. */
  types?: readonly VariableType[]
  /** A name to offer for a new variable. */
  suggest?: string
}

const createNew = '\n new'

/** Chooses a variable of the flow, or makes one on the spot. */
export function VariableSetting({
  field,
  label,
  help,
  optional,
  types = ['text'],
  suggest = '',
}: VariableSettingProps) {
  const { kit, variables, createVariable } = useNodeEditing()
  const { value, set, error, advice, ref } = useField(field)
  const [name, setName] = useState<string>()
  const chosen = toText(value)
  const known = variables.some((variable) => variable.name === chosen)
  const options = [
    ...(optional ? [{ value: '', label: 'Not kept' }] : []),
    ...variables.filter((variable) => types.includes(variable.type) || variable.name === chosen).map(toOption),
    ...(chosen !== '' && !known ? [{ value: chosen, label: `${chosen} (missing)` }] : []),
    { value: createNew, label: 'New variable…' },
  ]
  const fault = name === undefined ? undefined : faultOf(name, variables)
  const naming = name !== undefined
  const before = useRef(naming)
  useEffect(() => {
    // The list gives way to a box for the name, and the box to the list: the focus goes along.
    if (before.current !== naming)
      ref.current?.querySelector<HTMLElement>('input:not([aria-hidden] *), button')?.focus()
    before.current = naming
  }, [naming, ref])

  if (name !== undefined)
    return (
      <div ref={ref} className={styles.words}>
        <kit.TextField
          label="Name of the new variable"
          mono
          help="Small letters, digits and _"
          error={name === '' ? undefined : fault}
          value={name}
          onChange={setName}
        />
        <div className={styles.row}>
          <kit.Button
            size="s"
            variant="primary"
            isDisabled={fault !== undefined}
            onPress={() => {
              createVariable({ name, type: types[0] ?? 'text' })
              set(name)
              setName(undefined)
            }}
          >
            Create variable
          </kit.Button>
          <kit.Button size="s" variant="quiet" onPress={() => setName(undefined)}>
            Cancel
          </kit.Button>
        </div>
      </div>
    )
  return (
    <div ref={ref}>
      <kit.SelectField
        label={label}
        help={error ? undefined : (advice ?? help)}
        error={error}
        placeholder="Choose a variable"
        options={options}
        value={chosen === '' && !optional ? null : chosen}
        onChange={(next) => {
          if (next === createNew) setName(toName(suggest))
          else set(next === '' ? undefined : next)
        }}
      />
    </div>
  )
}

interface InsertVariableProps {
  /** The language of the words that it goes into, where there are several. */
  into?: string | undefined
  onInsert: (name: string) => void
}

/** Puts `{{ variable }}` into the text above. */
export function InsertVariable({ into, onInsert }: InsertVariableProps) {
  const { kit, variables } = useNodeEditing()
  const [open, setOpen] = useState(false)
  if (variables.length === 0) return null
  if (!open)
    return (
      <div className={styles.tools}>
        <kit.Button
          size="s"
          variant="quiet"
          icon={<Braces size={14} aria-hidden="true" />}
          onPress={() => setOpen(true)}
        >
          Insert a variable
        </kit.Button>
      </div>
    )
  return (
    <kit.SelectField
      label={into === undefined ? 'Variable to insert' : `Variable to insert into the ${into} words`}
      placeholder="Choose a variable"
      options={variables.map(toOption)}
      value={null}
      onChange={(name) => {
        onInsert(name)
        setOpen(false)
      }}
    />
  )
}

/** The sign of a list's "add" button. */
export const plusIcon = <Plus size={14} aria-hidden="true" />

function toOption(variable: Variable) {
  return {
    value: variable.name,
    label: variable.name,
    help: `${variable.type}${variable.personal ? ', personal' : ''}`,
  }
}

function faultOf(name: string, variables: readonly Variable[]): string | undefined {
  if (!VariableName.safeParse(name).success) return 'Use small letters, digits and _, starting with a letter.'
  return variables.some((variable) => variable.name === name) ? 'There is a variable of that name already.' : undefined
}

function toName(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)
}
