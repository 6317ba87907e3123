import { CheckSetting, Group, More, NumberSetting } from '../kit/editor/fields.tsx'
import { LocalisedSetting } from '../kit/editor/localised-setting.tsx'
import type { NodeEditor } from '../kit/node-editor.ts'

function Panel() {
  return (
    <>
      <LocalisedSetting field="question" label="Question" plain />
      <Group title="What to ask" help="The answers are kept apart from who the visitor is.">
        <CheckSetting field="csat" label="How satisfied, from 1 to 5" fallback />
        <CheckSetting field="nps" label="Would they recommend it, from 0 to 10" />
        <CheckSetting field="comment" label="Own words" fallback />
      </Group>
      <LocalisedSetting field="thanks" label="Say afterwards" help="Built-in words are used without them." optional />
      <More title="More">
        <CheckSetting
          field="always"
          label="Ask also after an emergency or safeguarding"
          help="Left out then, unless the force decides otherwise."
        />
        <NumberSetting
          field="idleHours"
          label="Wait"
          help="Then the contact is over, and the survey counts as skipped."
          unit="minutes"
          factor={1 / 60}
          min={1}
          max={596 * 60}
        />
      </More>
    </>
  )
}

export const editor: NodeEditor = { type: 'survey', Panel }
