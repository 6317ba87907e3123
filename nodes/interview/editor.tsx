import { ConditionSetting } from '../kit/editor/condition-setting.tsx'
import { FieldKindSettings } from '../kit/editor/field-kind-settings.tsx'
import { CheckSetting, ChoiceSetting, More, NumberSetting, TextSetting, Two } from '../kit/editor/fields.tsx'
import { freeId, ListSetting } from '../kit/editor/list-setting.tsx'
import { LocalisedSetting, wordsIn } from '../kit/editor/localised-setting.tsx'
import { isRecord } from '../kit/editor/path.ts'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'

const styles = [
  { value: 'one-by-one', label: 'One question at a time', help: 'Best on a phone.' },
  { value: 'together', label: 'All on one form' },
]

function Panel() {
  const { locales } = useNodeEditing()
  return (
    <>
      <LocalisedSetting field="intro" label="Say first" optional />
      <ListSetting
        field="fields"
        label="Fields"
        help="In the order they are asked. Alt and the arrow keys move one."
        add="Add a field"
        empty="There is nothing to ask yet."
        nameOf={(entry, index) =>
          (isRecord(entry) && wordsIn(entry.label, locales[0] ?? 'en-GB')) || `field ${index + 1}`
        }
        create={(entries) => ({
          id: freeId('field', entries),
          label: Object.fromEntries(locales.map((locale) => [locale, ''])),
          kind: 'text',
        })}
      >
        {(path, entry) => (
          <>
            <LocalisedSetting field={`${path}.label`} label="Question" short plain />
            <FieldKindSettings
              path={`${path}.`}
              suggest={isRecord(entry) ? wordsIn(entry.label, 'en-GB').slice(0, 24) : ''}
            />
            <More title="Ask only sometimes">
              <ConditionSetting
                field={`${path}.when`}
                label="Ask when"
                optional
                help="It may use the answers before it."
              />
              <TextSetting field={`${path}.id`} label="Id" mono />
            </More>
          </>
        )}
      </ListSetting>
      <ChoiceSetting field="style" label="How to ask" options={styles} />
      <CheckSetting
        field="review"
        label="Show the answers before going on"
        help="The visitor can put any of them right."
        fallback
      />
      <More title="Words and limits">
        <LocalisedSetting field="reviewText" label="Words above the answers" optional />
        <Two>
          <NumberSetting field="tries" label="Tries" min={1} max={10} />
          <NumberSetting field="idleHours" label="Wait" unit="hours" min={0.01} max={596} />
        </Two>
      </More>
    </>
  )
}

export const editor: NodeEditor = { type: 'interview', Panel }
