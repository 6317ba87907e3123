import { FieldKindSettings } from '../kit/editor/field-kind-settings.tsx'
import { CheckSetting, More, NumberSetting, Two } from '../kit/editor/fields.tsx'
import { LocalisedSetting, wordsIn } from '../kit/editor/localised-setting.tsx'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'

function Panel() {
  const { node } = useNodeEditing()
  return (
    <>
      <LocalisedSetting field="question" label="Question" help="One thing at a time, in 15 words or fewer." />
      <FieldKindSettings
        path=""
        suggest={
          typeof node.data.name === 'string' ? node.data.name : wordsIn(node.data.question, 'en-GB').slice(0, 24)
        }
      />
      <CheckSetting field="confirm" label="Read the answer back" help="The visitor says whether it is right." />
      <More title="When no answer comes">
        <Two>
          <NumberSetting field="tries" label="Tries" min={1} max={10} />
          <NumberSetting field="idleHours" label="Wait" unit="hours" min={0.01} max={596} />
        </Two>
      </More>
    </>
  )
}

export const editor: NodeEditor = { type: 'question', Panel }
