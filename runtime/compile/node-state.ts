import type { Flow } from '../../schema/flow.ts'
import type { GraphNode } from '../../schema/graph.ts'
import { machineEvents, type StateConfig } from './machine-config.ts'

/** The template: substates only for what the type can do. */
export function nodeState(
  key: string,
  { node, definition, data }: GraphNode,
  flow: Flow,
  on: StateConfig['on'],
): StateConfig {
  const state: StateConfig = { id: key, meta: { node: node.id, type: node.type, flow: flow.id }, on }
  const rests = definition?.rests ?? {}
  const limits = Object.entries(definition?.limits?.(data) ?? {})
  if (!rests.visitor && !rests.operator && !rests.effect) return state
  const toRest: StateConfig['on'] = {}
  const states: Record<string, StateConfig> = {}
  const decide = { on: { [machineEvents.happened]: 'deciding' } }
  if (rests.visitor || rests.operator) {
    toRest[machineEvents.wait()] = 'waiting'
    states.waiting = { id: `${key}:waiting`, tags: ['visitor-can-type'], ...decide }
    for (const [name, ms] of limits) {
      toRest[machineEvents.wait(name)] = `waiting-${name}`
      states[`waiting-${name}`] = {
        id: `${key}:waiting-${name}`,
        tags: ['visitor-can-type'],
        ...decide,
        after: { [String(Math.round(ms))]: 'deciding' },
      }
    }
  }
  if (rests.effect) {
    toRest[machineEvents.do] = 'working'
    states.working = {
      id: `${key}:working`,
      tags: ['visitor-can-type'],
      invoke: { id: key, src: rests.effect, onDone: { target: 'deciding' }, onError: { target: 'deciding' } },
    }
  }
  return {
    ...state,
    initial: 'entering',
    states: {
      entering: { id: `${key}:entering`, on: toRest },
      deciding: { id: `${key}:deciding`, on: toRest },
      ...states,
    },
  }
}
