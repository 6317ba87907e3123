import type { ContactOrigin } from '../../runtime/contact/start-contact.ts'
import { startContact } from '../../runtime/contact/start-contact.ts'
import { answerPrompt, type Visit } from './answer-prompt.ts'
import type { Random } from './create-random.ts'
import type { DemoServices } from './in-one-transaction.ts'
import { frightened, inDanger } from './matters.ts'
import { Conversation } from './player.ts'
import type { Script } from './timeline.ts'

/** What a visitor is up to, besides their matter. */
export type Turnout = 'goes-on' | 'muddled' | 'leaves-early' | 'asks-for-person' | 'safeguarding' | 'emergency'

const second = 1_000
const mostSteps = 70
const replies = [
  'Yes, that is right.',
  'It was about half past six.',
  'No, I have not told anybody else.',
  'Thank you, that helps.',
  'Can you write to me about it?',
] as const

/** A visitor from opening the chat to its end: reads, thinks, types, waits for a person, and sometimes has had enough. */
export async function* visit(
  services: DemoServices,
  origin: ContactOrigin,
  who: Visit,
  turnout: Turnout,
  random: Random,
): Script {
  const { id } = await startContact(services, { ...origin, locale: who.locale })
  const chat = new Conversation(services, id)
  const enough = turnout === 'leaves-early' ? Math.floor(random.between(0, 9)) : mostSteps
  const turnAt = turnout === 'asks-for-person' ? Math.floor(random.between(2, 8)) : 2
  const patience = random.between(90, 420) * second
  let waited = 0
  let silent = 0
  yield random.between(4, 15) * second
  for (let step = 0; step < mostSteps; step++) {
    await chat.look()
    if (chat.reference) remember(who, chat.reference)
    if (chat.closed) return
    if (step >= enough) {
      await chat.leave()
      return
    }
    if (chat.joined) {
      if (chat.asked) await chat.send({ kind: 'text', text: random.pick(replies) })
      chat.asked = false
      yield random.between(15, 50) * second
      if (silent++ > 40) return
      step--
      continue
    }
    if (!chat.prompt) {
      // In a queue. Whoever fears for somebody waits on; others leave in the end.
      if (turnout !== 'emergency' && turnout !== 'safeguarding' && waited > patience) {
        await chat.leave()
        return
      }
      const pause = random.between(10, 30) * second
      waited += pause
      if (waited > 3_600 * second) return
      yield pause
      step--
      continue
    }
    const { prompt } = chat
    chat.prompt = undefined
    if (prompt.node === 'safety') await chat.send({ kind: 'choice', value: safetyAnswer(turnout, random) })
    else if (step === turnAt && turnout === 'asks-for-person') await chat.send({ kind: 'person' })
    else if (step === turnAt && turnout === 'safeguarding')
      await chat.send({ kind: 'text', text: random.pick(frightened) })
    else if (step === turnAt && turnout === 'emergency') await chat.send({ kind: 'text', text: random.pick(inDanger) })
    else if (turnout === 'muddled' && step > 4) await chat.send({ kind: 'text', text: 'hm' })
    else await chat.send(answerPrompt(prompt, who, random))
    yield random.between(6, 38) * second
  }
}

/** Who is afraid says so at once or only later, in words. */
function safetyAnswer(turnout: Turnout, random: Random): string {
  if (turnout === 'safeguarding' && random.chance(0.5)) return 'third'
  if (turnout === 'emergency' && random.chance(0.5)) return 'yes'
  return 'no'
}

function remember({ citizen }: Visit, reference: string): void {
  if (!citizen.references.includes(reference)) citizen.references.push(reference)
}
