import type { Event } from '../../schema/event.ts'
import type { Prompt } from '../../schema/prompt.ts'
import type { ContactState, Outgoing } from '../contact/contact-state.ts'

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>

/** One entry of the log on the screen. */
export type LogItem =
  | { kind: 'message'; id: string; message: Of<'message'>; asked: boolean }
  | { kind: 'operator'; id: string; name: string; state: 'joined' | 'left' }
  | { kind: 'advice'; id: string; title: string; lines: string[]; lang?: string }
  | { kind: 'outgoing'; id: string; item: Outgoing }

export interface ContactView {
  items: LogItem[]
  /** The 999 advice: after how many items it stands, and the server's lines; without lines it is this page's own. */
  advice?: { at: number; lines?: string[]; lang?: string }
  /** The question that waits for an answer. */
  prompt?: Of<'prompt'>
  queue?: Of<'queue'>
  /** Name of the operator who is in the talk. */
  operator?: string
  closed: boolean
}

/** What is asked in a form below the log, and not in the box. */
export function isForm(prompt: Prompt): boolean {
  const { expects, input = 'text', review } = prompt
  return review !== undefined || !(expects === 'choice' || (expects === 'text' && input === 'text'))
}

/** The log and what stands below it, from what the server has sent and what it has not got yet. */
export function toView({ events, outbox, answered, danger }: ContactState): ContactView {
  const view: ContactView = { items: [], closed: false }
  for (const event of events) {
    const id = `m${event.seq}`
    if (event.type === 'message') {
      view.items.push({ kind: 'message', id: event.key ?? id, message: event, asked: false })
      if (event.from === 'visitor') {
        if (view.prompt && answers(event.key, view.prompt.seq, answered)) view.prompt = undefined
        if (event.key !== undefined && event.key === danger) view.advice = { at: view.items.length }
      }
    } else if (event.type === 'prompt') view.prompt = event.expects === 'none' ? undefined : event
    else if (event.type === 'queue') view.queue = event.position > 0 ? event : undefined
    else if (event.type === 'advice') {
      const { verdict, lang } = event
      const [title = '', ...lines] = event.lines
      if (verdict === 'emergency') view.advice = { at: view.items.length, lines: event.lines, lang }
      else view.items.push({ kind: 'advice', id, title, lines, lang })
    } else if (event.type === 'operator' && event.state !== 'typing') {
      view.items.push({ kind: 'operator', id, name: event.name, state: event.state })
      view.operator = event.state === 'joined' ? event.name : undefined
      view.queue = undefined
    } else if (event.type === 'closed') view.closed = true
  }
  if (view.closed) view.prompt = view.queue = view.operator = undefined
  markAsked(view)
  for (const item of outbox) {
    if (view.prompt && item.prompt === view.prompt.seq) view.prompt = undefined
    if (item.shown) view.items.push({ kind: 'outgoing', id: item.key, item })
    if (item.key === danger) view.advice = { at: view.items.length }
  }
  // The server refused the message that is about danger: the advice stands all the same.
  if (danger && !view.advice) view.advice = { at: view.items.length }
  return view
}

/** Whether a visitor's message closes a prompt: unless this page knows that it answered another one. */
function answers(key: string | undefined, prompt: number, answered: ContactState['answered']): boolean {
  const known = key === undefined ? undefined : answered.get(key)
  return known === undefined || known === prompt
}

/** A question that a form shows again is not shown twice. */
function markAsked({ items, prompt }: ContactView): void {
  const last = items.findLast((item) => item.kind === 'message')
  if (prompt?.label && isForm(prompt) && last?.message.from === 'flow')
    last.asked = withoutMarks(last.message.text) === withoutMarks(prompt.label)
}

/** Good enough to tell whether two texts say the same. */
const withoutMarks = (text: string) => text.replace(/[*\\\s]+/g, ' ').trim()
