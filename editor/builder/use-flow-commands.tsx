import { Braces, OctagonAlert, TriangleAlert } from 'lucide-react'
import { useReactFlow } from 'reactflow'
import { findInFlow } from '../../schema/find-in-flow.ts'
import { nodeName } from '../../schema/node-definition.ts'
import { type Command, useCommands } from '../ui/commands.ts'
import { NodeTile } from '../ui/node-tile.tsx'
import { useBuilder, useIssues } from './builder-context.tsx'
import { focusCanvas } from './canvas/focus-canvas.ts'
import { goToIssue } from './problems/go-to-issue.ts'

/** Offers what stands in the open flow to Ctrl K: nodes, their words, variables, problems. */
export function useFlowCommands(): void {
  const { store, definitions, scene } = useBuilder()
  const issues = useIssues()
  const { getZoom, setCenter } = useReactFlow()

  useCommands('flow', (words) => {
    const { flow, cards, boxes } = scene()
    const tileOf = (node: string) => {
      const card = cards.get(node)
      return <NodeTile category={card?.kind === 'unknown' ? undefined : card?.category} icon={card?.icon} size="s" />
    }
    const goTo = (node: string, field?: string) => {
      const box = boxes.get(node)
      const zoom = Math.max(0.7, Math.min(1, getZoom()))
      if (box) void setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom })
      if (field === undefined) focusCanvas()
      store.getState().focus(node, field)
    }
    const nodes = flow.nodes.map(
      (node): Command => ({
        id: `node-${node.id}`,
        group: 'Nodes',
        title: nodeName(node, definitions),
        detail: definitions.get(node.type)?.name,
        also: node.id,
        icon: tileOf(node.id),
        run: () => goTo(node.id),
      }),
    )
    const variables = flow.variables.map(
      ({ name, type }): Command => ({
        id: `variable-${name}`,
        group: 'Variables',
        title: name,
        detail: type,
        icon: <Braces size={16} aria-hidden="true" />,
        run: () => store.getState().focus(undefined, `variables.${name}`),
      }),
    )
    const problems = issues.map(
      (issue, index): Command => ({
        id: `problem-${index}`,
        group: 'Problems',
        title: issue.message,
        detail: issue.node === undefined ? undefined : cards.get(issue.node)?.title,
        also: 'problem fault advice',
        icon:
          issue.severity === 'fault' ? (
            <OctagonAlert size={16} aria-hidden="true" />
          ) : (
            <TriangleAlert size={16} aria-hidden="true" />
          ),
        run: () => goToIssue(store, issue),
      }),
    )
    const texts = findInFlow(flow, words, definitions)
      .filter(({ kind }) => kind === 'text')
      .map(
        ({ node = '', field, title, excerpt = '' }, index): Command => ({
          id: `words-${index}`,
          group: 'Words in nodes',
          title: excerpt,
          detail: title,
          also: words,
          icon: tileOf(node),
          run: () => goTo(node, field),
        }),
      )
    return [...problems, ...nodes, ...variables, ...texts]
  })
}
