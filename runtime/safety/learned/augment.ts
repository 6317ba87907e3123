import type { LabelledMessage } from '../labelled/labelled-message.ts'
import { seededRandom } from './softmax-regression.ts'

const OPENERS = [
  "I'm sorry to bother you but",
  'hi,',
  'hello',
  'excuse me',
  "it's probably nothing but",
  "I don't want to make a fuss but",
  'not sure if this is the right place but',
  'sorry if this is the wrong department.',
  'quick one,',
  'please',
  'I hope you can help,',
  'just wondering,',
  'erm',
  'ok so',
  'right,',
  'hiya',
  'good evening.',
  'as I said on the phone,',
  'my english is not good.',
  'im only a kid but',
  'asking because',
]
const CLOSERS = [
  'thanks',
  'lol',
  'please',
  'what should i do',
  'cheers',
  'ta',
  'is this right place',
  'thank you for your time',
  'sorry',
  'x',
  'can you help',
  'not sure what to do',
  "i don't know who to ask",
]
const JOINS = ['. ', ' also ', '. anyway ', ', ', '. oh and ']

/**
 * More messages from those that there are: the same meaning hurried, wrapped in politeness, or buried in an errand.
 * It teaches that manners and spelling say nothing about danger, that one sentence of danger is enough, and that neither
 * an errand nor danger depends on the questions of a flow that it stands among.
 */
export function augment(messages: readonly LabelledMessage[], seed: number): LabelledMessage[] {
  const random = seededRandom(seed)
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? ''
  const errands = messages
    .filter((message) => message.label === 'none' && message.context === undefined && message.text.length > 25)
    .filter((message) => message.category !== 'negated' && message.category !== 'small_talk')
    .map((message) => message.text)
  const talks = messages.flatMap(({ label, context }) => (label === 'none' && context !== undefined ? [context] : []))
  return messages.flatMap((message): LabelledMessage[] => {
    if (message.context !== undefined) return []
    const { text } = message
    const more: string[] = []
    if (random() < 0.5 && text.length > 12 && errands.length > 0) {
      more.push(random() < 0.7 ? pick(errands) + pick(JOINS) + text : text + pick(JOINS) + pick(errands))
    }
    if (random() < 0.5) more.push(random() < 0.6 ? `${pick(OPENERS)} ${text}` : `${text} ${pick(CLOSERS)}`)
    if (random() < 0.7) more.push(mistyped(text, random))
    const amid = talks[Math.floor(random() * talks.length)]
    return [
      ...more.map((changed) => ({ ...message, text: changed })),
      ...(random() < 0.2 && amid !== undefined && text.length > 12 ? [{ ...message, context: amid }] : []),
    ]
  })
}

/** About one long word in six with a letter dropped, swapped or doubled, or without its last g. */
function mistyped(text: string, random: () => number): string {
  return text
    .split(' ')
    .map((word) => {
      const chance = random()
      if (word.length < 4 || chance > 0.18) return word
      const at = 1 + Math.floor(random() * (word.length - 2))
      const [head, letter, next, tail] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)]
      if (chance < 0.05) return head + next + tail
      if (chance < 0.09) return head + next + letter + tail
      if (chance < 0.12 && word.endsWith('ing')) return word.slice(0, -1)
      return chance < 0.15 ? word.replace(/[aeiou](?!$)/, '') : head + letter + letter + next + tail
    })
    .join(' ')
}
