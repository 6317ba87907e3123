import type { FlowIssue } from '../../../schema/flow-issue.ts'
import type { BuilderStore } from '../store/builder-store.ts'

/** Shows where a problem is: the node on the canvas and the field in its settings, or the flow's own settings. */
export function goToIssue(store: BuilderStore, issue: FlowIssue): void {
  const { focus, history } = store.getState()
  const edge = issue.edge === undefined ? undefined : history.present.edges.find(({ id }) => id === issue.edge)
  const node = issue.node ?? edge?.source
  // Pressed twice, the same field is shown twice.
  focus(node, undefined)
  const field = issue.field ?? (node === undefined && issue.variable ? `variables.${issue.variable}` : undefined)
  if (field !== undefined) focus(node, field)
}

/** The problem after (or before) the one of the active node, round and round: F8 and Shift F8. */
export function nextIssue(
  issues: readonly FlowIssue[],
  active: string | undefined,
  field: string | undefined,
  back: boolean,
): FlowIssue | undefined {
  if (issues.length === 0) return undefined
  const at = issues.findIndex((issue) => issue.node === active && (field === undefined || issue.field === field))
  const step = back ? -1 : 1
  if (at < 0) return issues[back ? issues.length - 1 : 0]
  return issues[(at + step + issues.length) % issues.length]
}
