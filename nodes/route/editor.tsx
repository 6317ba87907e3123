import { ConditionSetting } from '../kit/editor/condition-setting.tsx'
import { ChoiceSetting, More, TextSetting } from '../kit/editor/fields.tsx'
import { freeId, ListSetting } from '../kit/editor/list-setting.tsx'
import { ManySetting } from '../kit/editor/many-setting.tsx'
import { isRecord } from '../kit/editor/path.ts'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'

const closed = [
  { value: 'first', label: 'Go to the first that fits' },
  { value: 'else', label: 'Leave by Otherwise' },
]

function Panel() {
  const { force, intents } = useNodeEditing()
  return (
    <>
      <ListSetting
        field="rules"
        label="Rules"
        help="The first open department whose rule fits takes the contact."
        add="Add a rule"
        empty="There are no rules yet. Every contact would leave by Otherwise."
        nameOf={(entry, index) => (isRecord(entry) && String(entry.label || entry.department)) || `rule ${index + 1}`}
        create={(entries) => ({ id: freeId('rule', entries), department: '' })}
      >
        {(path) => (
          <>
            <ChoiceSetting field={`${path}.department`} label="Department" options={force.departments} />
            <ManySetting field={`${path}.intents`} label="For these intents" none="Every intent" options={intents} />
            <More title="Only when">
              <ConditionSetting field={`${path}.when`} label="And when" optional />
              <TextSetting field={`${path}.label`} label="Name" help="The card shows it." optional />
              <TextSetting field={`${path}.id`} label="Id" mono />
            </More>
          </>
        )}
      </ListSetting>
      <ChoiceSetting field="whenClosed" label="When none of them is open" options={closed} />
    </>
  )
}

export const editor: NodeEditor = { type: 'route', Panel }
