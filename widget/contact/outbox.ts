import type { AcceptedInput } from '../../schema/api/widget.ts'
import type { Input } from '../../schema/input.ts'
import { type Answer, isGone, mayRecover, troubleOf } from './call-server.ts'
import { type Change, type ContactState, type Outgoing, wordsIn } from './contact-state.ts'
import { newKey } from './new-key.ts'
import { timing, waitBefore } from './timing.ts'

export interface Outbox {
  send(input: Input, shown: string, prompt?: number): void
  /** Sends what waits, unless something is on its way already. */
  pump(): void
  /** The same, without waiting out the pause after a failure. */
  retry(): void
  /** The contact is over or left: what is on its way answers to nobody. */
  stop(): void
}

/**
 * Sends inputs one at a time, in order, each with one key however often it is tried. An input leaves the outbox when the
 * server has acknowledged it, and not before.
 */
export function openOutbox(options: {
  state(): ContactState
  set(change: Change): void
  /** `undefined` while there is no contact yet. */
  post(item: Outgoing): Promise<Answer<AcceptedInput>> | undefined
  speaksOfDanger(text: string): boolean
  onAccepted(accepted: AcceptedInput, key: string): void
  onGone(): void
}): Outbox {
  const { state, set } = options
  let sending = false
  /** Counts the contacts that this outbox has served. */
  let round = 0
  let attempt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const isWaiting = (key: string) => state().outbox.some((item) => item.key === key)
  const drop = (key: string) => set({ outbox: state().outbox.filter((item) => item.key !== key) })
  const fail = (key: string, trouble: ContactState['trouble']) =>
    set({ trouble, outbox: state().outbox.map((item) => (item.key === key ? { ...item, state: 'failed' } : item)) })
  const advise = (item: Outgoing) => {
    if (wordsIn(item.input).some(options.speaksOfDanger)) set({ danger: item.key })
  }

  const pump = async (): Promise<void> => {
    const item = state().outbox[0]
    const posted = sending || !item ? undefined : options.post(item)
    if (!item || !posted) return
    const now = round
    sending = true
    const answer = await posted
    // The contact was left meanwhile.
    if (now !== round) return
    sending = false
    if (!answer.ok && answer.advice) set({ danger: item.key })
    if (answer.ok) {
      attempt = 0
      options.onAccepted(answer.body, item.key)
      drop(item.key)
    } else if (!isWaiting(item.key)) {
      // Its event came by the stream: only the acknowledgement was lost.
      return pump()
    } else if (mayRecover(answer.status)) {
      fail(item.key, troubleOf(answer.status))
      advise(item)
      clearTimeout(timer)
      timer = setTimeout(pump, waitBefore(attempt++))
      return
    } else if (isGone(answer.status)) return options.onGone()
    else {
      drop(item.key)
      const text = item.input.kind === 'text' ? item.input.text : ''
      // Only a conflict is explained in words for the visitor; other refusals speak to whoever wrote the request.
      if (item.shown) set({ returned: { text, message: answer.status === 409 ? answer.message : '' } })
    }
    return pump()
  }

  return {
    send(input, shown, prompt) {
      const offline = globalThis.navigator?.onLine === false
      const key = newKey()
      const item: Outgoing = { key, input, prompt, shown, state: offline ? 'failed' : 'sending' }
      set({
        outbox: [...state().outbox, item],
        answered: new Map(state().answered).set(key, prompt),
        returned: undefined,
        ...(offline && { trouble: 'offline' }),
        ...(input.kind === 'locale' && { locale: input.locale }),
      })
      if (state().trouble) advise(item)
      else setTimeout(() => isWaiting(key) && advise(item), timing.advise)
      setTimeout(() => isWaiting(key) && fail(key, state().trouble ?? 'offline'), timing.late)
      void pump()
    },
    pump: () => void pump(),
    retry() {
      clearTimeout(timer)
      attempt = 0
      void pump()
    },
    stop() {
      clearTimeout(timer)
      sending = false
      round++
    },
  }
}
