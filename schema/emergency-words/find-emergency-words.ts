import { foldText } from './fold-text.ts'
import { mustFind } from './must-find.ts'
import { weighWords } from './weigh-words.ts'
import { compilePatterns, matchPatterns } from './word-rules.ts'

/** A stretch of a message that needs the 999 advice now, half-open, in the characters that the visitor typed. */
export interface EmergencyWords {
  readonly start: number
  readonly end: number
}

/** How far below its threshold a message may weigh and still be taken at its word by a bare pattern of danger. */
const DOUBT = 2

/**
 * The emergency words alone, for a widget whose server is gone: is there something in this message that needs the 999
 * advice now? Pure, without network, clock or storage; never throws on any text; undefined means that it found nothing.
 */
export function findEmergencyWords(text: string): EmergencyWords | undefined {
  const tokens = foldText(text)
  const { score, ...loudest } = weighWords(tokens)
  const bare = score > -DOUBT ? matchPatterns(patterns, tokens)[0] : undefined
  if (score <= 0 && bare === undefined) return undefined
  const { from, to } = bare ?? loudest
  const first = tokens[from]
  const last = tokens[to - 1]
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end }
}

const patterns = compilePatterns(mustFind, {})
