import { definitions } from '../../nodes/definitions.ts'
import type { Template } from '../../schema/api/flows.ts'
import type { Flow } from '../../schema/flow.ts'
import { toFlowPicture } from '../../schema/flow-picture.ts'
import { parseFlowText } from '../../schema/parse-flow.ts'

const files = import.meta.glob<string>('../../examples/flows/*.json', { eager: true, query: '?raw', import: 'default' })

let known: ReadonlyMap<string, Flow> | undefined

/** The starter flows that come with Signpost, by the name of their file. Read when first asked for. */
export function templateFlows(): ReadonlyMap<string, Flow> {
  known ??= new Map(
    Object.entries(files).map(([path, text]) => {
      const parsed = parseFlowText(text, definitions)
      if (!parsed.ok) throw new Error(`The starter flow ${path} cannot be read: ${parsed.issues[0]?.message ?? ''}`)
      return [path.replace(/^.*\/(.+)\.json$/, '$1'), parsed.flow]
    }),
  )
  return known
}

/** What the first-start page and the list of flows show of them; the force's whole service first. */
export function listTemplates(): Template[] {
  const templates = [...templateFlows()].map(([id, flow]) => ({
    id,
    name: flow.name,
    description: flow.description ?? '',
    nodes: flow.nodes.length,
    locales: flow.locales,
    picture: toFlowPicture(flow, definitions),
  }))
  return templates.sort((a, b) => b.nodes - a.nodes)
}
