import { ChoiceSetting } from '../kit/editor/fields.tsx'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'

function Panel() {
  const { force } = useNodeEditing()
  return (
    <>
      <ChoiceSetting
        field="flow"
        label="Flow to call"
        help="Its ends become the ways out here."
        options={force.flows}
      />
      <p>Variables of the same name are the same in both flows.</p>
    </>
  )
}

export const editor: NodeEditor = { type: 'call-flow', Panel }
