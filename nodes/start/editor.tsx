import type { NodeEditor } from '../kit/node-editor.ts'

function Panel() {
  return <p>Every contact begins here, whatever page of the site it comes from.</p>
}

export const editor: NodeEditor = { type: 'start', Panel }
