/** An XState machine as plain JSON: no functions, so any tool can open it and nothing of it can differ from what runs. */
export interface MachineConfig {
  id: string
  initial: string
  on: Record<string, Transition>
  states: Record<string, StateConfig>
}
export type Transition = string | { target?: string }
export interface StateConfig {
  id: string
  type?: 'final'
  initial?: string
  description?: string
  tags?: string[]
  meta?: { node: string; type: string; flow: string }
  on?: Record<string, Transition>
  after?: Record<string, Transition>
  invoke?: { id: string; src: string; onDone: Transition; onError: Transition }
  states?: Record<string, StateConfig>
}

/** Names of the states that every machine has besides those of its nodes. `$` cannot stand in the id of a node. */
export const halls = { emergency: '$emergency', safeguarding: '$safeguarding', person: '$person' } as const
export const closed = '$closed'

/** Names of the events that the engine sends. */
export const machineEvents = {
  /** The visitor, an operator or a time limit moved: the node decides. */
  happened: 'node.happened',
  wait: (limit?: string) => (limit ? `step.wait.${limit}` : 'step.wait'),
  do: 'step.do',
  end: 'step.end',
  outcome: (id: string) => `outcome.${id}`,
  returnTo: (node: string) => `return.${node}`,
  emergency: 'safety.emergency',
  safeguarding: 'safety.safeguarding',
  person: 'visitor.asked-for-person',
  failed: 'flow.failed',
  ended: 'visitor.ended',
  done: (child: string) => `xstate.done.actor.${child}`,
  error: (child: string) => `xstate.error.actor.${child}`,
} as const
