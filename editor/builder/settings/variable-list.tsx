import { ChevronDown, ChevronRight, Plus, Trash2, UserRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { type Variable, VariableName, variableTypes } from '../../../schema/flow.ts'
import { localise } from '../../../schema/text.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useBuilder, useBuilderState, useFlow } from '../builder-context.tsx'
import { usersOf } from '../commands/variable-places.ts'
import { addVariable, changeVariable, removeVariable, renameVariable } from '../commands/variables.ts'
import styles from './flow-panel.module.css'

/** A field of the view that names a variable: a problem or a finding leads there. */
const place = 'variables.'
const types = variableTypes.map((value) => ({ value, label: value }))

/** What the flow remembers about a contact: name, type, label, and whether it is personal. */
export function VariableList() {
  const { store } = useBuilder()
  const flow = useFlow()
  const [open, setOpen] = useState<string>()
  const wanted = useBuilderState(({ view }) =>
    view.field?.startsWith(place) ? view.field.slice(place.length) : undefined,
  )
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (wanted === undefined) return
    setOpen(wanted)
    const row = [...(list.current?.children ?? [])].find((each) => each.getAttribute('data-variable') === wanted)
    row?.scrollIntoView({ block: 'nearest' })
    row?.querySelector('button')?.focus()
  }, [wanted])

  function add() {
    const names = new Set(flow.variables.map((variable) => variable.name))
    let name = 'variable'
    for (let number = 2; names.has(name); number++) name = `variable_${number}`
    store.getState().act({ label: 'Add variable' }, (before) => addVariable(before, { name, type: 'text' }))
    setOpen(name)
  }
  function remove(name: string) {
    store.getState().act({ label: `Removed ${name}`, toast: true }, (before) => removeVariable(before, name))
  }
  return (
    <section className={styles.section} aria-label="Variables">
      <h3>Variables ({flow.variables.length})</h3>
      {flow.variables.length === 0 && <p>What the flow remembers about a contact. Questions can make them too.</p>}
      <ul className={styles.rows} ref={list}>
        {flow.variables.map((variable) => (
          <li key={variable.name} data-variable={variable.name}>
            <div className={styles.row}>
              <button
                type="button"
                className={styles.grow}
                aria-expanded={open === variable.name}
                onClick={() => setOpen(open === variable.name ? undefined : variable.name)}
              >
                {open === variable.name ? (
                  <ChevronDown size={14} aria-hidden="true" />
                ) : (
                  <ChevronRight size={14} aria-hidden="true" />
                )}
                <code>{variable.name}</code>
                {variable.personal && (
                  <>
                    <UserRound size={12} aria-hidden="true" />
                    <span className="sr">personal</span>
                  </>
                )}
                <span className={styles.type}>{variable.type}</span>
              </button>
              <IconButton
                size="s"
                label={`Remove ${variable.name}`}
                icon={<Trash2 size={14} aria-hidden="true" />}
                onPress={() => remove(variable.name)}
              />
            </div>
            {open === variable.name && <VariableForm variable={variable} onRenamed={setOpen} />}
          </li>
        ))}
      </ul>
      <Button size="s" icon={<Plus size={14} aria-hidden="true" />} onPress={add}>
        Add a variable
      </Button>
    </section>
  )
}

function VariableForm({ variable, onRenamed }: { variable: Variable; onRenamed: (name: string) => void }) {
  const { store, definitions } = useBuilder()
  const flow = useFlow()
  const [name, setName] = useState(variable.name)
  useEffect(() => setName(variable.name), [variable.name])
  const taken = name !== variable.name && flow.variables.some((each) => each.name === name)
  const fault = taken
    ? 'There is a variable of that name already.'
    : VariableName.safeParse(name).success
      ? undefined
      : 'Use small letters, digits and _, starting with a letter.'
  const users = usersOf(flow, variable.name, definitions).length
  const change = (typing: string | undefined, next: Partial<Omit<Variable, 'name'>>) =>
    store
      .getState()
      .act({ label: 'Change variable', typing: typing && `${variable.name} ${typing}` }, (before) =>
        changeVariable(before, variable.name, next),
      )
  function rename() {
    if (fault || name === variable.name) return
    store
      .getState()
      .act({ label: `Rename ${variable.name}` }, (before) => renameVariable(before, variable.name, name, definitions))
    onRenamed(name)
  }
  return (
    <div className={styles.edit}>
      <TextField
        label="Name"
        mono
        help={
          users === 0
            ? 'No node uses it.'
            : `Used by ${users} ${users === 1 ? 'node' : 'nodes'}; they follow a new name.`
        }
        error={fault}
        value={name}
        onChange={setName}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') rename()
        }}
      />
      <SelectField
        label="Type"
        options={types}
        value={variable.type}
        onChange={(type) => {
          const known = variableTypes.find((each) => each === type)
          if (known) change(undefined, { type: known })
        }}
      />
      <TextField
        label="Label for staff"
        optional
        value={localise(variable.label, flow.locales[0] ?? 'en-GB')}
        onChange={(label) => change('label', { label: label === '' ? undefined : label })}
      />
      <CheckboxField
        label="Personal"
        help="Kept out of logs, figures and hosts that are not approved."
        isSelected={variable.personal ?? false}
        onChange={(personal) => change(undefined, { personal })}
      />
    </div>
  )
}
