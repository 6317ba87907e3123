import { LongTextSetting, NumberSetting, TextSetting, Two } from '../kit/editor/fields.tsx'
import { isRecord } from '../kit/editor/path.ts'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'

function Panel() {
  const { node } = useNodeEditing()
  if (!isRecord(node.data.frame))
    return <LongTextSetting field="text" label="Note" rows={8} help="Visitors never see it." />
  return (
    <>
      <TextSetting field="text" label="Name of the frame" help="What lies inside moves with it." />
      <Two>
        <NumberSetting field="frame.width" label="Width" min={64} step={8} />
        <NumberSetting field="frame.height" label="Height" min={64} step={8} />
      </Two>
    </>
  )
}

export const editor: NodeEditor = { type: 'note', Panel }
