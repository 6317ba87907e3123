import { type Evidence, type Verdict, verdicts } from '../../../schema/assessment.ts'
import type { Embed } from '../../intent/static-embedding.ts'
import type { Layer } from '../detector.ts'
import { agreed, type ExampleTable, findNearest, type Near } from './example-table.ts'
import { toVectors } from './vectors.ts'

/**
 * So many nearest examples must all be dangers, and the last of them this near. Chosen with `calibrate.ts`: fewer examples,
 * or farther ones, alarm more often than they find.
 */
export const COMPANY = { examples: 8, nearness: 0.66 }
/** The marks of a force are few, so each may reach farther: 316 of them alarmed on 5 of 3,390 ordinary messages. */
export const MARKED = 0.8
/** Milliseconds for one message. */
const BUDGET = 25

/**
 * The layer of nearest examples: a message that lies among labelled dangers, or beside one that a person of the force
 * marked, is judged as they are. It compares vectors that are there already, so it is synchronous. It can only raise: an
 * ordinary example keeps this layer from speaking, and no other.
 */
export function nearestLayer(embed: Embed, builtIn: ExampleTable, marks: ExampleTable): Layer {
  return {
    name: 'examples',
    budget: BUDGET,
    judge(text, earlier) {
      const query = toVectors(embed, text, earlier)
      const near = findNearest([builtIn, marks], query, COMPANY.examples)
      const [mark] = findNearest([marks], query, 1)
      const [said] = [amongDangers(near), besideMark(mark, near)]
        .filter((opinion) => opinion !== undefined)
        .sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict))
      if (said === undefined) return { verdict: 'none', category: 'ordinary', confidence: 1, evidence: [] }
      return {
        verdict: said.verdict,
        category: said.like.example.category,
        confidence: Math.min(1, said.like.nearness),
        evidence: [toEvidence(said.like, text, marks)],
      }
    },
  }
}

interface Opinion {
  readonly verdict: Verdict
  readonly like: Near
}

function amongDangers(near: readonly Near[]): Opinion | undefined {
  const [like] = near
  const verdict = agreed(near)
  const far = near.length < COMPANY.examples || near.some(({ nearness }) => nearness < COMPANY.nearness)
  return like === undefined || far || verdict === 'none' ? undefined : { verdict, like }
}

function besideMark(mark: Near | undefined, near: readonly Near[]): Opinion | undefined {
  if (mark === undefined || mark.example.label === 'none' || mark.nearness < MARKED) return undefined
  const nearer = near.some(({ example, nearness }) => example.label === 'none' && nearness > mark.nearness)
  return nearer ? undefined : { verdict: mark.example.label, like: mark }
}

const LONGEST = 120

/** A built-in example is quoted. A mark is not: those are the words of another visitor, which not everybody may read. */
function toEvidence({ example }: Near, text: string, marks: ExampleTable): Evidence {
  const asked = example.context?.at(-1)?.text
  const quoted = `“${cut(example.text)}”${asked === undefined ? '' : ` after “${cut(asked)}”`}`
  return {
    layer: 'examples',
    span: [0, text.length],
    rule: example.id,
    explanation: marks.examples.includes(example)
      ? `Like a message that somebody of the force marked as ${example.label}`
      : `Like a message labelled as ${example.label}: ${quoted}`,
  }
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`
}
