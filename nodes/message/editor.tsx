import { LocalisedSetting } from '../kit/editor/localised-setting.tsx'
import type { NodeEditor } from '../kit/node-editor.ts'

function Panel() {
  return (
    <LocalisedSetting
      field="text"
      label="What to say"
      help="Short sentences. **bold**, links and lists work. Variables stand in {{ }}."
    />
  )
}

export const editor: NodeEditor = { type: 'message', Panel }
