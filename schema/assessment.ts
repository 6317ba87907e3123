import { z } from 'zod'

/** The three verdicts of the detector, worst first. A later layer can only move a message towards the front of this list. */
export const verdicts = ['emergency', 'safeguarding', 'none'] as const
export const Verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof Verdict>

/** Why a verdict was reached: which layer, which words, which rule or example. */
export const Evidence = z.object({
  /** The layer that spoke, for example `words`, `statistics`, `examples`, `context`, `force`. */
  layer: z.string(),
  /** Half-open character range `[start, end)` in the message as the visitor wrote it. */
  span: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
  /** Id of the rule or labelled example that this rests on. */
  rule: z.string(),
  /** One plain sentence or phrase for an operator, for example "Weapon seen now". */
  explanation: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

/** The safety verdict on one message, with what it rests on. */
export const Assessment = z.object({
  verdict: Verdict,
  /** The kind of danger, for example `weapon` or `domestic_abuse`; `ordinary` for verdict `none`. */
  category: z.string(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  detectorVersion: z.string(),
})
export type Assessment = z.infer<typeof Assessment>

/** An earlier message of the same contact, given to the detector as context, oldest first. */
export const EarlierMessage = z.object({ from: z.enum(['visitor', 'flow', 'operator']), text: z.string() })
export type EarlierMessage = z.infer<typeof EarlierMessage>

/** The graver of two verdicts. */
export function worstVerdict(a: Verdict, b: Verdict): Verdict {
  return verdicts.indexOf(a) <= verdicts.indexOf(b) ? a : b
}
