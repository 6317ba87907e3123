import type { Verdict } from '../assessment.ts'

/** What takes the danger out of words: they were denied, are long past, imagined, told, meant otherwise, or a name. */
export type Scope = 'negated' | 'past' | 'hypothetical' | 'fiction' | 'idiom' | 'name' | 'licensing' | 'safe'

/** A rule that raises a verdict where one of its patterns stands in a message and no scope takes the danger out. */
export interface WordRule {
  /** Stable, and shown as evidence: `weapon.seen`. */
  readonly id: string
  readonly verdict: Exclude<Verdict, 'none'>
  readonly category: string
  /** One phrase for an operator. */
  readonly explanation: string
  readonly patterns: readonly string[]
  /** Scopes that do not silence this rule, since its words are dangerous all the same. */
  readonly keeps: readonly Scope[]
}

/** A cue that puts a stretch of a message into a scope. */
export interface ScopeRule {
  readonly scope: Scope
  /** `near`: the four words after it; `sentence`; `message`; `own`: only its own words. */
  readonly reach: 'near' | 'sentence' | 'message' | 'own'
  readonly patterns: readonly string[]
}
