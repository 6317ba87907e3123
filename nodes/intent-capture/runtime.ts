import { z } from 'zod'
import type { Choice } from '../../schema/prompt.ts'
import type { WayReason } from '../../schema/way-reason.ts'
import { defineRuntime, type LearnedIntents, type NodeContext } from '../kit/node-runtime.ts'
import { phrase } from '../kit/phrases.ts'
import { findChoice } from '../kit/read-choice.ts'
import type { Step } from '../kit/step.ts'
import { toPlain } from '../kit/to-plain.ts'
import { type IntentCaptureData, knownIntents } from './definition.ts'
import { matchIntent, rankIntents, sharedWords, stems } from './match-intent.ts'

/** The visitor's words so far, the intents that were asked between, and how often nothing could be told. */
const Memory = z.object({
  words: z.string().default(''),
  between: z.array(z.string()).default([]),
  empty: z.int().default(0),
})
type Memory = z.infer<typeof Memory>

const begun: Memory = { words: '', between: [], empty: 0 }
/** Greetings and the like, after which it asks again; then the contact goes on as "none of these". */
const mostEmpty = 2
/** Intents that a try-out names. */
const mostShown = 5

export const runtime = defineRuntime<IntentCaptureData>({
  type: 'intent-capture',
  tryOut(data, words, learned) {
    const known = knownIntents(data)
    const alike = rankIntents(words, known)
    const judged = stems(words).size > 0 ? learned?.understand(known, words) : undefined
    const shares = (judged && learned?.rank(known, words)) ?? alike.map(({ id, score }) => ({ id, share: score }))
    const ranked = shares.slice(0, mostShown).map(({ id, share }) => ({
      outcome: id,
      score: share,
      like: alike.find((one) => one.id === id)?.phrase ?? '',
    }))
    return { kind: (judged ?? matchIntent(words, known)).kind, ranked }
  },
  enter: (data, context) => ask(data, context, begun),
  receive(data, event, context) {
    const memory = Memory.safeParse(context.memory).data ?? begun
    const offered = choicesOf(data, context, memory)
    switch (event.kind) {
      case 'choice': {
        const chosen = [...offered, ...choicesOf(data, context, begun)].find(({ value }) => value === event.value)
        return chosen
          ? leave(data, chosen.value, memory.words)
          : understand(data, event.value, context, memory, offered)
      }
      case 'text':
        return understand(data, event.text, context, memory, offered)
      case 'skip':
        return leave(data, 'other', memory.words)
      case 'time':
        return { ...leave(data, 'other', memory.words), say: [{ text: phrase('idle', context.locale) }] }
      default:
        return ask(data, context, memory)
    }
  },
  why(data, { outcome, event, learned }, context) {
    if (event?.kind === 'choice') return { words: 'The visitor chose it from the list.', looked: [] }
    if (event?.kind !== 'text') return undefined
    const memory = Memory.safeParse(context.memory).data ?? begun
    const shown =
      data.menu || memory.between.length > 0 ? findChoice(event.text, choicesOf(data, context, memory)) : undefined
    if (shown) return { words: `The visitor wrote “${event.text}”, which is on the list.`, looked: [] }
    const words = memory.words ? `${memory.words}\n${event.text}` : event.text
    return explainWords(data, outcome, words, context, learned)
  },
})

/** How sure each intent is, the example that is most alike, and the words that both have. */
function explainWords(
  data: IntentCaptureData,
  outcome: string,
  words: string,
  context: NodeContext,
  learned: LearnedIntents | undefined,
): WayReason {
  const known = knownIntents(data)
  const judged = stems(words).size > 0 ? learned?.rank(known, words) : undefined
  const alike = rankIntents(words, known)
  const shares = judged ?? alike.map(({ id, score }) => ({ id, share: score }))
  const labels = new Map(data.intents.map(({ id, label }) => [id, toPlain(context.text(label)) || id]))
  const like = alike.find(({ id, score }) => id === outcome && score > 0)?.phrase
  const shared = like === undefined ? [] : sharedWords(words, like)
  const first = shares[0]
  return {
    words:
      outcome !== 'other'
        ? `“${labels.get(outcome) ?? outcome}” fits the visitor’s words${like === undefined ? '' : `, most of all “${like}”`}.`
        : first && first.share > 0
          ? `No intent fits well enough. “${labels.get(first.id) ?? first.id}” comes nearest.`
          : 'No intent fits these words.',
    looked: [
      ...shares.slice(0, mostShown).map(({ id, share }) => ({
        at: labels.get(id) ?? id,
        found: `${Math.round(share * 100)}% sure`,
        held: id === outcome,
      })),
      ...(shared.length > 0 ? [{ at: 'Words that match', found: shared.join(', ') }] : []),
    ],
  }
}

/** The label or number of a choice that is shown counts as choosing it; other words are matched with the examples. */
function understand(
  data: IntentCaptureData,
  text: string,
  context: NodeContext,
  memory: Memory,
  offered: readonly Choice[],
): Step {
  const shown = data.menu || memory.between.length > 0 ? findChoice(text, offered) : undefined
  if (shown) return leave(data, shown.value, memory.words || text)
  const words = memory.words ? `${memory.words}\n${text}` : text
  const all = knownIntents(data)
  const among = memory.between.length === 0 ? undefined : memory.between
  const known = among ? all.filter(({ id }) => among.includes(id)) : all
  const judged = stems(text).size > 0 ? context.services.understand(all, text, among) : undefined
  const match = judged ?? matchIntent(text, known)
  switch (match.kind) {
    case 'sure':
      return leave(data, match.id, words)
    case 'close':
      return memory.between.length > 0
        ? leave(data, 'other', words)
        : ask(data, context, { ...memory, words, between: match.ids })
    case 'none':
      return leave(data, 'other', words)
    case 'empty':
      return memory.empty + 1 >= mostEmpty
        ? leave(data, 'other', words)
        : ask(data, context, { ...memory, empty: memory.empty + 1 }, phrase('intent.more', context.locale))
  }
}

function ask(data: IntentCaptureData, context: NodeContext, memory: Memory, again?: string): Step {
  const closer = memory.between.length > 0
  const words = again ?? (closer ? phrase('intent.which', context.locale) : context.text(data.question))
  const help = closer ? '' : toPlain(context.text(data.help))
  const menu = closer || (data.menu && data.intents.length > 0)
  return {
    say: [{ text: words }],
    memory,
    next: {
      kind: 'wait',
      prompt: {
        expects: menu ? 'choice' : 'text',
        label: toPlain(words),
        ...(help ? { help } : {}),
        ...(menu ? { choices: choicesOf(data, context, memory), free: true } : {}),
      },
      limit: 'idle',
    },
  }
}

/** Everything there is, or the two that were close; "something else" always last. */
function choicesOf(data: IntentCaptureData, context: NodeContext, { between }: Memory): Choice[] {
  const shown = between.length > 0 ? data.intents.filter(({ id }) => between.includes(id)) : data.intents
  return [
    ...shown.map(({ id, label }) => ({ value: id, label: toPlain(context.text(label)) || id })),
    { value: 'other', label: toPlain(context.text(data.other)) || phrase('intent.other', context.locale) },
  ]
}

function leave(data: IntentCaptureData, outcome: string, words: string): Step {
  return {
    // None of these is an answer too: what an earlier question found no longer counts.
    intent: outcome === 'other' ? '' : outcome,
    ...(data.saveText ? { remember: { [data.saveText]: words || null } } : {}),
    next: { kind: 'leave', outcome },
  }
}
