import { ExpressionSetting } from '../kit/editor/expression-setting.tsx'
import { CheckSetting, More, NumberSetting } from '../kit/editor/fields.tsx'
import { LocalisedSetting } from '../kit/editor/localised-setting.tsx'
import { ManySetting } from '../kit/editor/many-setting.tsx'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'
import { TryQuestion } from './try-question.tsx'

function Panel() {
  const { force, node } = useNodeEditing()
  return (
    <>
      <ManySetting field="collections" label="Look in" none="Every approved collection" options={force.collections} />
      <TryQuestion />
      <LocalisedSetting field="ask" label="Ask, when there are no words to go by" optional />
      <LocalisedSetting
        field="notFound"
        label="Say, when the documents do not answer it"
        help="Built-in words are used without them."
        optional
      />
      <CheckSetting field="helped" label="Ask whether the answer helped" />
      {node.data.helped === true && (
        <LocalisedSetting field="helpedText" label="Words of that question" optional plain />
      )}
      <More title="More">
        <ExpressionSetting
          field="from"
          label="The question"
          expected={['string']}
          optional
          help="The visitor’s last words without it."
        />
        <NumberSetting field="idleHours" label="Wait" unit="hours" min={0.01} max={596} />
      </More>
    </>
  )
}

export const editor: NodeEditor = { type: 'rag-answer', Panel }
