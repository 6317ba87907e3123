import { Group, More, NumberSetting } from '../kit/editor/fields.tsx'
import { LocalisedSetting } from '../kit/editor/localised-setting.tsx'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'

function Panel() {
  const { node, locales, set, kit } = useNodeEditing()
  const third = node.data.third !== undefined
  return (
    <>
      <LocalisedSetting field="question" label="Question" plain />
      <LocalisedSetting field="help" label="What counts as danger" optional plain />
      <Group title="Answers" help="Use only words that the force has approved.">
        <LocalisedSetting field="yes" label="In danger" short plain />
        <LocalisedSetting field="no" label="Not in danger" short plain />
        <kit.CheckboxField
          label="Offer a third answer"
          help="For harm that is not this minute. It leads out by Safeguarding."
          isSelected={third}
          onChange={(next) =>
            set('third', next ? Object.fromEntries(locales.map((locale) => [locale, ''])) : undefined)
          }
        />
        {third && <LocalisedSetting field="third" label="Third answer" short plain />}
      </Group>
      <More title="More">
        <NumberSetting
          field="idleHours"
          label="Wait"
          unit="hours"
          min={0.01}
          max={596}
          help="After that the contact is closed, with the way to 999. Silence is never taken for safety."
        />
      </More>
      <p>The detector reads every message as well, here and everywhere. This question cannot switch it off.</p>
    </>
  )
}

export const editor: NodeEditor = { type: 'safety-check', Panel }
