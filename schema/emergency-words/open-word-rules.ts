import type { Token } from './fold-text.ts'
import { scopeRules } from './scope-rules.ts'
import { wordLists } from './word-lists.ts'
import type { Scope, WordRule } from './word-rule.ts'
import { compilePatterns, matchPatterns, type Patterns } from './word-rules.ts'

/** A rule that was found, where, and in which scopes it stands. A rule in no scope that silences it is `live`. */
export interface WordHit {
  readonly rule: WordRule
  /** Half-open range in the text as the visitor wrote it. */
  readonly start: number
  readonly end: number
  readonly scopes: readonly Scope[]
  readonly live: boolean
}

/** A set of rules, compiled. */
export interface WordRuleBook {
  /** The rules' patterns, and behind them those of the scopes. */
  readonly patterns: Patterns
  /** The rule of each pattern; the scopes' patterns have none. */
  readonly owners: readonly WordRule[]
  /** Every rule found, silenced or not. */
  findAll(tokens: readonly Token[]): WordHit[]
  /** The rules that are live. */
  find(tokens: readonly Token[]): WordHit[]
}

/** Compiles rules together with the scopes; throws where a rule is not well written, so a bad list stops the start. */
export function openWordRules(rules: readonly WordRule[]): WordRuleBook {
  const owners = rules.flatMap((rule) => rule.patterns.map(() => rule))
  const cues = scopeRules.flatMap((cue) => cue.patterns.map(() => cue))
  const patterns = compilePatterns(
    [...rules.flatMap((rule) => rule.patterns), ...scopeRules.flatMap((cue) => cue.patterns)],
    wordLists,
  )
  const findAll = (tokens: readonly Token[]): WordHit[] => {
    const matches = matchPatterns(patterns, tokens)
    const scopes = tokens.map(() => new Set<Scope>())
    const sentence = sentenceRanges(tokens)
    for (const match of matches) {
      const cue = cues[match.pattern - owners.length]
      if (cue === undefined) continue
      const own = sentence[match.from] ?? { from: 0, to: 0 }
      const from =
        cue.reach === 'message' ? 0 : cue.reach === 'sentence' ? own.from : cue.reach === 'near' ? match.to : match.from
      const to =
        cue.reach === 'message'
          ? tokens.length
          : cue.reach === 'sentence'
            ? own.to
            : cue.reach === 'near'
              ? Math.min(match.to + 4, own.to)
              : match.to
      for (let at = from; at < to; at++) scopes[at]?.add(cue.scope)
    }
    return matches.flatMap((match) => {
      const rule = owners[match.pattern]
      const first = tokens[match.from]
      const last = tokens[match.to - 1]
      if (rule === undefined || first === undefined || last === undefined) return []
      const found = scopesOf(scopes, match.from, match.to)
      return [
        {
          rule,
          start: first.start,
          end: last.end,
          scopes: found,
          live: found.every((scope) => rule.keeps.includes(scope)),
        },
      ]
    })
  }
  return { patterns, owners, findAll, find: (tokens) => findAll(tokens).filter((hit) => hit.live) }
}

function scopesOf(scopes: readonly ReadonlySet<Scope>[], from: number, to: number): Scope[] {
  const found = new Set<Scope>()
  for (let at = from; at < to; at++)
    for (const scope of scopes[at] ?? []) if (scope !== 'negated' || at === from) found.add(scope)
  return [...found]
}

function sentenceRanges(tokens: readonly Token[]): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = []
  let from = 0
  tokens.forEach((token, at) => {
    if (!token.stop && at !== tokens.length - 1) return
    const range = { from, to: at + 1 }
    for (let place = from; place <= at; place++) ranges.push(range)
    from = at + 1
  })
  return ranges
}
