import { writeFileSync } from 'node:fs'
import { foldText } from '../../../schema/emergency-words/fold-text.ts'
import { namesOf, weighedNames } from '../../../schema/emergency-words/weigh-words.ts'
import type { LabelledMessage } from '../labelled/labelled-message.ts'
import { readLabelled } from '../labelled/read-labelled.ts'
import { augment } from './augment.ts'
import { hashOf } from './hash-of.ts'
import { situations } from './situations.ts'
import { type Example, fitRegression } from './softmax-regression.ts'

/** How many words and pairs the widget carries. */
const LISTED = 1450
const SIZE = 1 << 15
const SETTINGS = { epochs: 15, rate: 0.15, l2: 3e-4, seed: 11 }
/** Into how many steps the loudest weight is divided: few, so that the words of one step pack well together. */
const STEPS = 12
/** How much a safeguarding message counts as no emergency: the advice beside one is no harm while nobody can answer. */
const SAFEGUARDING_WEIGHT = 0.3
/** What share of ordinary messages may show the advice while the server is gone. */
const FALSE_ALARMS = 0.12

interface Weights {
  readonly bias: number
  readonly of: ReadonlyMap<string, number>
}

/** Learns which words and pairs sound like an emergency, keeps the weightiest, and writes them for the widget. */
function train(): void {
  const messages = [...readLabelled(), ...readLabelled(new URL('../labelled/next/', import.meta.url))]
  const situation = situations(messages)
  const foldOf = (message: LabelledMessage) => hashOf(situation.get(message.id) ?? message.id) % 5
  const unseen = [0, 1, 2, 3, 4].flatMap((fold) => {
    const weights = learn(messages.filter((message) => foldOf(message) !== fold))
    return messages
      .filter((message) => foldOf(message) === fold)
      .map((message) => ({ message, score: scoreOf(message, weights) }))
  })
  const others = unseen.filter(({ message }) => /^[dnu]\d+$/.test(message.id))
  const ordinary = others.filter(({ message }) => message.label === 'none').map(({ score }) => score)
  const threshold = ordinary.sort((a, b) => b - a)[Math.floor(FALSE_ALARMS * ordinary.length)] ?? 0
  for (const difficulty of ['plain', 'hard']) {
    const mine = others.filter(({ message }) => message.difficulty === difficulty)
    const share = (label: string) => {
      const rows = mine.filter(({ message }) => message.label === label)
      return (rows.filter(({ score }) => score > threshold).length / rows.length).toFixed(3)
    }
    console.log(
      `${difficulty}: emergency ${share('emergency')} safeguarding ${share('safeguarding')} none ${share('none')}`,
    )
  }
  write(learn(messages), threshold)
}

function learn(messages: readonly LabelledMessage[]): Weights {
  const counts = new Map<string, number>()
  for (const message of messages) for (const name of names(message)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const frequent = [...counts].filter(([, count]) => count >= 3).map(([name]) => name)
  const all = fitNames(messages, frequent)
  // A weight is worth its room by how often it speaks: the loudest names alone are the rarest.
  const worth = ([name, weight]: [string, number]) => Math.abs(weight) * (counts.get(name) ?? 0) ** 0.7
  const loudest = [...all.of].sort((a, b) => worth(b) - worth(a)).slice(0, LISTED)
  return fitNames(
    messages,
    loudest.map(([name]) => name),
  )
}

function fitNames(messages: readonly LabelledMessage[], listed: readonly string[]): Weights {
  const places = new Map(listed.slice(0, SIZE).map((name, at) => [name, at]))
  const toExample = (message: LabelledMessage, weight: number): Example => {
    const at = [...names(message)].flatMap((name) => places.get(name) ?? [])
    const value = 1 / weighedNames(foldText(message.text).length)
    return {
      label: message.label === 'emergency' ? 0 : 1,
      weight,
      features: { at: Int32Array.from(at), value: new Float32Array(at.length).fill(value) },
    }
  }
  const share = ({ id, label }: LabelledMessage) =>
    (id.startsWith('i-') ? 0.3 : 1) * (label === 'safeguarding' ? SAFEGUARDING_WEIGHT : 1)
  const examples = messages.map((message) => toExample(message, share(message)))
  const more = augment(messages, 5).map((message) => toExample(message, share(message) / 2))
  const model = fitRegression([...examples, ...more], 2, SIZE, SETTINGS)
  const of = new Map(
    [...places].map(([name, at]) => [name, (model.weights[at] ?? 0) - (model.weights[SIZE + at] ?? 0)]),
  )
  return { bias: (model.bias[0] ?? 0) - (model.bias[1] ?? 0), of }
}

function scoreOf(message: LabelledMessage, { bias, of }: Weights): number {
  const sum = [...names(message)].reduce((total, name) => total + (of.get(name) ?? 0), 0)
  return bias + sum / weighedNames(foldText(message.text).length)
}

function names(message: LabelledMessage): Set<string> {
  return new Set(
    namesOf(foldText(message.text))
      .map(([name]) => name)
      .filter((name) => /^[a-z0-9_]+$/.test(name) || /\p{Extended_Pictographic}/u.test(name)),
  )
}

function write({ bias, of }: Weights, threshold: number): void {
  const most = Math.max(...[...of.values()].map(Math.abs))
  const scale = most / STEPS
  const groups = new Map<number, string[]>()
  for (const [name, weight] of of) {
    const step = Math.round(weight / scale)
    if (step !== 0) groups.set(step, [...(groups.get(step) ?? []), name])
  }
  const words = [...groups]
    .sort(([a], [b]) => b - a)
    .map(([step, list]) => `${step}:${list.sort().join(',')}`)
    .join(' ')
  const text = `/** Words and pairs that sound like an emergency, or like none, for the widget; written by \`train-widget-words.ts\`. */
// biome-ignore format: one row of figures
export const weighedWords = { bias: ${bias.toFixed(4)}, threshold: ${threshold.toFixed(4)}, scale: ${scale.toFixed(5)}, words: ${JSON.stringify(words).replaceAll("'", '').replaceAll('"', "'")} }
`
  writeFileSync(new URL('../../../schema/emergency-words/weighed-words.ts', import.meta.url), text)
}

train()
