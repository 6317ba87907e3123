import type { Flow } from '../../../schema/flow.ts'

/** One state that undo goes back to, and what was done to leave it. */
interface Step {
  flow: Flow
  label: string
}

/**
 * Every document of this sitting, whole. They share all that did not change, so that undo has no limit and cannot be
 * wrong. `typing` names the field that the last step wrote in: more typing there joins that step.
 */
export interface History {
  present: Flow
  past: readonly Step[]
  future: readonly Step[]
  typing: { field: string; at: number } | undefined
}

/** Typing in one field is one step until it rests for so many milliseconds. */
export const typingPause = 2_000

export function startHistory(flow: Flow): History {
  return { present: flow, past: [], future: [], typing: undefined }
}

/** Goes on to `flow`. `label` says what was done ("Delete Look up report"); `typing` names a field being typed in. */
export function record(history: History, flow: Flow, label: string, typing?: string, now = Date.now()): History {
  if (flow === history.present) return history
  const same = typing !== undefined && history.typing?.field === typing && now - history.typing.at < typingPause
  const past = same && history.past.length > 0 ? history.past : [...history.past, { flow: history.present, label }]
  return { present: flow, past, future: [], typing: typing === undefined ? undefined : { field: typing, at: now } }
}

export function undo(history: History): History {
  const last = history.past.at(-1)
  if (!last) return history
  return {
    present: last.flow,
    past: history.past.slice(0, -1),
    future: [{ flow: history.present, label: last.label }, ...history.future],
    typing: undefined,
  }
}

export function redo(history: History): History {
  const [next, ...future] = history.future
  if (!next) return history
  return {
    present: next.flow,
    past: [...history.past, { flow: history.present, label: next.label }],
    future,
    typing: undefined,
  }
}

/** Takes in what another designer saved, in every step: undo takes back only one's own work. */
export function rebase(history: History, join: (flow: Flow) => Flow): History {
  return {
    present: join(history.present),
    past: history.past.map((step) => ({ ...step, flow: join(step.flow) })),
    future: history.future.map((step) => ({ ...step, flow: join(step.flow) })),
    typing: undefined,
  }
}
