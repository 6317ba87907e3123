import type { Event } from '../../schema/event.ts'
import { plainText } from '../../schema/markup.ts'

/** An operator's last reply, and what the visitor had said before it; empty where there is none. */
export function lastExchange(events: readonly Event[]): { question: string; answer: string } {
  const said = events.filter((event) => event.type === 'message')
  const at = said.findLastIndex(({ from }) => from === 'operator')
  const asked = said.slice(0, Math.max(0, at)).findLast(({ from }) => from === 'visitor')
  return { question: asked ? plainText(asked.text) : '', answer: at < 0 ? '' : plainText(said[at]?.text ?? '') }
}
