import { ChoiceSetting, Group, More, NumberSetting, TextSetting, Two } from '../kit/editor/fields.tsx'
import { LocalisedSetting } from '../kit/editor/localised-setting.tsx'
import { VariableSetting } from '../kit/editor/variable-setting.tsx'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'
import type { endReasons, promises } from './definition.ts'

const words: Record<Exclude<(typeof endReasons)[number], 'reported'>, string> = {
  answered: 'The question was answered',
  'handed-over': 'A person took over',
  'diverted-999': 'Sent to 999',
  'left-details': 'The visitor left details',
  other: 'Another way',
}
const kinds = [
  { value: 'plain', label: 'The contact is over' },
  { value: 'report', label: 'A report was made', help: 'The visitor gets a confirmation.' },
]
const promised: Record<(typeof promises)[number], string> = {
  none: 'Nothing of these',
  'will-contact': 'We will be in touch',
  'will-attend': 'Police will come',
  'will-not-attend': 'Police will not come',
}

function Panel() {
  const { node } = useNodeEditing()
  return (
    <>
      <ChoiceSetting field="kind" label="What this end means" options={kinds} />
      {node.data.kind === 'report' ? (
        <Report promises={node.data.promise !== undefined && node.data.promise !== 'none'} />
      ) : (
        <ChoiceSetting
          field="reason"
          label="How the contact ended"
          help="Counted in the figures."
          options={Object.entries(words).map(([value, label]) => ({ value, label }))}
        />
      )}
      <LocalisedSetting field="text" label="Last words" optional />
      <More title="When another flow calls this one">
        <TextSetting field="end" label="Name of this end" help="The calling flow goes on by it." mono />
      </More>
    </>
  )
}

function Report({ promises }: { promises: boolean }) {
  return (
    <>
      <Group
        title="Confirmation"
        help="Shown in the chat, on a page to print, and sent by e-mail where there is an address."
      >
        <VariableSetting
          field="reference"
          label="Reference"
          help="Without a value in it nothing counts as reported."
          types={['reference', 'text']}
          suggest="report_reference"
        />
        <VariableSetting field="email" label="E-mail address" types={['email', 'text']} optional suggest="email" />
        <LocalisedSetting field="next" label="What happens next" optional />
      </Group>
      <Two>
        <ChoiceSetting
          field="promise"
          label="This says that"
          help="Kept in what the visitor was told."
          options={Object.entries(promised).map(([value, label]) => ({ value, label }))}
        />
        {promises && <NumberSetting field="withinHours" label="Within" unit="hours" min={0.25} max={2_160} />}
      </Two>
      <VariableSetting
        field="madeAt"
        label="When it counts as made"
        help="Without one, when this end is reached."
        types={['datetime']}
        optional
        suggest="reported_at"
      />
    </>
  )
}

export const editor: NodeEditor = { type: 'end', Panel }
