import { ChoiceSetting, More, TextSetting } from '../kit/editor/fields.tsx'
import { LocalisedSetting } from '../kit/editor/localised-setting.tsx'
import type { NodeEditor } from '../kit/node-editor.ts'
import { endReasons } from './definition.ts'

const words: Record<(typeof endReasons)[number], string> = {
  answered: 'The question was answered',
  reported: 'A report was made',
  'handed-over': 'A person took over',
  'diverted-999': 'Sent to 999',
  'left-details': 'The visitor left details',
  other: 'Another way',
}

function Panel() {
  return (
    <>
      <ChoiceSetting
        field="reason"
        label="How the contact ended"
        help="Counted in the figures."
        options={endReasons.map((value) => ({ value, label: words[value] }))}
      />
      <LocalisedSetting field="text" label="Last words" optional />
      <More title="When another flow calls this one">
        <TextSetting field="end" label="Name of this end" help="The calling flow goes on by it." mono />
      </More>
    </>
  )
}

export const editor: NodeEditor = { type: 'end', Panel }
