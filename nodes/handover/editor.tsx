import { CheckSetting, ChoiceSetting, Group, More, NumberSetting } from '../kit/editor/fields.tsx'
import { LocalisedSetting } from '../kit/editor/localised-setting.tsx'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'
import { queuePriorities } from '../kit/step.ts'

const priorities: Record<(typeof queuePriorities)[number], string> = {
  emergency: 'Emergency: before everything',
  safeguarding: 'Safeguarding',
  high: 'High',
  normal: 'Normal',
}

function Panel() {
  const { force } = useNodeEditing()
  return (
    <>
      <ChoiceSetting
        field="department"
        label="Department"
        none="The one that Route chose"
        options={force.departments}
      />
      <ChoiceSetting
        field="priority"
        label="Priority"
        options={queuePriorities.map((value) => ({ value, label: priorities[value] }))}
      />
      <CheckSetting field="callBack" label="Offer a call back: the visitor leaves their number" />
      <Group title="While the visitor waits" help="Seconds, each counted from the start.">
        <NumberSetting field="reassureSeconds" label="Reassure after" unit="seconds" min={5} step={5} />
        <NumberSetting field="offerSeconds" label="Offer other ways after" unit="seconds" min={5} step={5} />
        <NumberSetting field="closeSeconds" label="Say that nobody came after" unit="seconds" min={10} step={5} />
      </Group>
      <More title="Words of the force">
        <LocalisedSetting field="words.waiting" label="On joining the queue" optional />
        <LocalisedSetting field="words.nobody" label="When nobody is there just now" optional />
        <LocalisedSetting field="words.reassure" label="To reassure" optional />
        <LocalisedSetting field="words.offer" label="To offer a call back and 101" optional />
        <LocalisedSetting field="words.unavailable" label="When nobody came" optional />
        <LocalisedSetting field="words.closed" label="When the department is closed" optional />
      </More>
    </>
  )
}

export const editor: NodeEditor = { type: 'handover', Panel }
