import type { NodeRuntime, NodeRuntimes } from './kit/node-runtime.ts'

const modules = import.meta.glob<NodeRuntime>('./*/runtime.ts', { eager: true, import: 'runtime' })

/** What every node type does, by type. Used by the server only. */
export const runtimes: NodeRuntimes = new Map(Object.values(modules).map((runtime) => [runtime.type, runtime]))
