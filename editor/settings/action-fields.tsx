import { Plus } from 'lucide-react'
import { type ActionField, type ConnectionAction, methods } from '../../schema/connection.ts'
import { toId } from '../to-id.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ActionFieldRow } from './action-field-row.tsx'
import styles from './settings.module.css'

interface ActionFieldsProps {
  actions: readonly ConnectionAction[]
  onChange: (actions: readonly ConnectionAction[]) => void
  error?: string | undefined
}
const blankField: ActionField = { label: '', place: 'body', to: '', from: { variable: '' }, optional: false }

/** What operators may do in this system for a contact: which call, and where each of its values comes from. */
export function ActionFields({ actions, onChange, error }: ActionFieldsProps) {
  const set = (at: number, change: Partial<ConnectionAction>) =>
    onChange(actions.map((action, n) => (n === at ? { ...action, ...change } : action)))
  const add = () => {
    const id = toId('action', [...actions.map((action) => action.id), 'action'])
    onChange([...actions, { id, name: '', method: 'POST', path: '', fields: [blankField], reference: '' }])
  }
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>What operators may do with it from the inbox</legend>
      {actions.map((action, at) => (
        <fieldset key={action.id} className={styles.rule}>
          <legend className="sr">{action.name || `Action ${at + 1}`}</legend>
          <div className={styles.two}>
            <TextField label="Action" value={action.name} onChange={(name) => set(at, { name })} />
            <SelectField
              label="Method"
              options={methods.map((method) => ({ value: method, label: method }))}
              value={action.method}
              onChange={(value) => set(at, { method: methods.find((one) => one === value) ?? action.method })}
            />
            <TextField
              label="Path"
              help="What stands in { } is a value below."
              placeholder="reports/{reference}"
              mono
              value={action.path}
              onChange={(path) => set(at, { path: path.replace(/^\//, '') })}
            />
            <TextField
              label="Reference in the answer"
              optional
              help="Without one in the answer, nothing that was sent counts as recorded."
              placeholder="reference"
              mono
              value={action.reference}
              onChange={(reference) => set(at, { reference })}
            />
          </div>
          {action.fields.map((field, n) => (
            <ActionFieldRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a value has no name but its place
              key={n}
              field={field}
              place={n + 1}
              onChange={(change) =>
                set(at, { fields: action.fields.map((one, index) => (index === n ? { ...one, ...change } : one)) })
              }
              onRemove={() => set(at, { fields: action.fields.filter((_, index) => index !== n) })}
            />
          ))}
          <div className={styles.row}>
            <Button
              size="s"
              icon={<Plus size={14} aria-hidden="true" />}
              onPress={() => set(at, { fields: [...action.fields, blankField] })}
              isDisabled={action.fields.length >= 40}
            >
              Add a value
            </Button>
            <Button
              size="s"
              variant="quiet"
              onPress={() => onChange(actions.filter((_, n) => n !== at))}
              aria-label={`Remove the action ${action.name || at + 1}`}
            >
              Remove the action
            </Button>
          </div>
        </fieldset>
      ))}
      {error && <p role="alert">{error}</p>}
      <div>
        <Button size="s" icon={<Plus size={14} aria-hidden="true" />} onPress={add} isDisabled={actions.length >= 20}>
          Add an action
        </Button>
      </div>
    </fieldset>
  )
}
