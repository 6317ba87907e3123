import { CheckSetting, More, NumberSetting, TextSetting } from '../kit/editor/fields.tsx'
import { LinesSetting } from '../kit/editor/lines-setting.tsx'
import { freeId, ListSetting } from '../kit/editor/list-setting.tsx'
import { LocalisedSetting, wordsIn } from '../kit/editor/localised-setting.tsx'
import { isRecord } from '../kit/editor/path.ts'
import { TryOutLine } from '../kit/editor/try-out-line.tsx'
import { VariableSetting } from '../kit/editor/variable-setting.tsx'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'

function Panel() {
  const { locales, node } = useNodeEditing()
  const locale = locales[0] ?? 'en-GB'
  const outcomes = (Array.isArray(node.data.intents) ? node.data.intents : []).flatMap((intent) =>
    isRecord(intent) ? { value: String(intent.id), label: wordsIn(intent.label, locale) } : [],
  )
  return (
    <>
      <LocalisedSetting field="question" label="Question" />
      <LocalisedSetting field="help" label="Hint below the question" optional short plain />
      <TryOutLine outcomes={outcomes} />
      <ListSetting
        field="intents"
        label="Intents"
        help="What visitors come for. Each has its own way out."
        add="Add an intent"
        empty="There is nothing to choose yet."
        nameOf={(entry, index) =>
          (isRecord(entry) && wordsIn(entry.label, locales[0] ?? 'en-GB')) || `intent ${index + 1}`
        }
        create={(entries) => ({
          id: freeId('intent', entries),
          label: Object.fromEntries(locales.map((locale) => [locale, ''])),
          examples: [],
        })}
      >
        {(path) => (
          <>
            <LocalisedSetting field={`${path}.label`} label="Label" short plain />
            <LinesSetting
              field={`${path}.examples`}
              label="Example sentences"
              help="One on each line, as visitors write them, in any language. Five or more work well."
              rows={5}
            />
            <TextSetting field={`${path}.id`} label="Id" help="Used by routing and in the figures." mono />
          </>
        )}
      </ListSetting>
      <CheckSetting
        field="menu"
        label="Show the intents as a menu"
        help="Free text is understood either way."
        fallback
      />
      <More title="More">
        <LocalisedSetting field="other" label="Words of “none of these”" optional short plain />
        <VariableSetting field="saveText" label="Keep the visitor’s own words in" optional suggest="own_words" />
        <NumberSetting field="idleHours" label="Wait" unit="hours" min={0.01} max={596} />
      </More>
    </>
  )
}

export const editor: NodeEditor = { type: 'intent-capture', Panel }
