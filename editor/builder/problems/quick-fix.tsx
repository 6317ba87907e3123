import type { FlowIssue } from '../../../schema/flow-issue.ts'
import { Button } from '../../ui/button.tsx'
import { useBuilder } from '../builder-context.tsx'
import { deleteItems } from '../commands/delete-items.ts'
import { addVariable, removeVariable } from '../commands/variables.ts'

/** The remedy of a problem, by name, where there is one that needs no thought. */
export function QuickFix({ issue }: { issue: FlowIssue }) {
  const { store, definitions, actions } = useBuilder()
  const act = store.getState().act
  const button = (words: string, onPress: () => void) => (
    <Button size="s" onPress={onPress}>
      {words}
    </Button>
  )
  const { code, node, edge, variable } = issue
  if (code === 'no-start') {
    const start = definitions.get('start')
    return start ? button('Add a start', () => actions.add(start, { x: 0, y: 0 })) : null
  }
  if ((code === 'loose-edge' || code === 'unknown-outcome' || code === 'second-edge') && edge)
    return button('Remove the connection', () =>
      act({ label: 'Removed a connection', toast: true }, (flow) => deleteItems(flow, [], [edge])),
    )
  if (code === 'unreachable' && node)
    return button('Delete it', () => act({ label: 'Deleted a node', toast: true }, (flow) => deleteItems(flow, [node])))
  if (code === 'unknown-variable' && variable)
    return button(`Create ${variable}`, () =>
      act({ label: `Add variable ${variable}` }, (flow) => addVariable(flow, { name: variable, type: 'text' })),
    )
  if (code === 'unused-variable' && variable)
    return button('Remove it', () =>
      act({ label: `Removed ${variable}`, toast: true }, (flow) => removeVariable(flow, variable)),
    )
  return null
}
