import type { NodeEditor, NodeEditors } from './kit/node-editor.ts'

const modules = import.meta.glob<NodeEditor>('./*/editor.tsx', { eager: true, import: 'editor' })

/** Every hand-made settings panel, by node type. A type without one gets a form made from its settings. */
export const editors: NodeEditors = new Map(Object.values(modules).map((editor) => [editor.type, editor]))
