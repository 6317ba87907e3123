import { ConditionSetting } from '../kit/editor/condition-setting.tsx'
import { ChoiceSetting, More, NumberSetting, TextSetting } from '../kit/editor/fields.tsx'
import { LinesSetting } from '../kit/editor/lines-setting.tsx'
import { freeId, ListSetting } from '../kit/editor/list-setting.tsx'
import { ManySetting } from '../kit/editor/many-setting.tsx'
import { isRecord } from '../kit/editor/path.ts'
import { VariableSetting } from '../kit/editor/variable-setting.tsx'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'

const risks = [
  { value: 'emergency', label: 'Emergency' },
  { value: 'safeguarding', label: 'Safeguarding' },
  { value: 'none', label: 'No danger' },
]
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
        help="The first department that is open, has room, and whose rule fits takes the contact. Danger goes to the first that fits."
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
              <ManySetting field={`${path}.risks`} label="For these verdicts" none="Every verdict" options={risks} />
              <LinesSetting
                field={`${path}.places`}
                label="In these places"
                help="One a line: a name such as Fell Park, or the beginning of a postcode such as NM4."
              />
              <NumberSetting
                field={`${path}.mostWaiting`}
                label="While no more than these wait there"
                unit="contacts"
                min={0}
                step={1}
                optional
              />
              <ConditionSetting field={`${path}.when`} label="And when" optional />
              <TextSetting field={`${path}.label`} label="Name" help="The card shows it." optional />
              <TextSetting field={`${path}.id`} label="Id" mono />
            </More>
          </>
        )}
      </ListSetting>
      <VariableSetting
        field="placeVariable"
        label="Where it happened"
        help="For rules that look at places."
        types={['place', 'text']}
        optional
      />
      <ChoiceSetting field="whenClosed" label="When none of them is open" options={closed} />
    </>
  )
}

export const editor: NodeEditor = { type: 'route', Panel }
