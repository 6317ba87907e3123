import { foldText, type Token } from '../../schema/emergency-words/fold-text.ts'
import type { WordHit, WordRuleBook } from '../../schema/emergency-words/open-word-rules.ts'

/** Texts that are kept folded: every message is read again, as what came before, with each of the next ones. */
const most = 256
/**
 * Longer texts are kept only until the next one, for the layers that read them now: no layer looks at more of an earlier
 * message than this. Many of them kept in memory make every collection of garbage a pause that a visitor waits for.
 */
const longest = 600

let long: { readonly text: string; readonly tokens: readonly Token[] } | undefined
const folded = new Map<string, readonly Token[]>()
const found = new WeakMap<WordRuleBook, WeakMap<readonly Token[], readonly WordHit[]>>()

/** The words of `text`, folded once. Kept in memory only, and only for the texts of the last moments. */
export function readWords(text: string): readonly Token[] {
  if (text.length > longest) {
    if (long?.text !== text) long = { text, tokens: foldText(text) }
    return long.tokens
  }
  const known = folded.get(text)
  if (known) return known
  const tokens = foldText(text)
  const [oldest] = folded.keys()
  if (folded.size >= most && oldest !== undefined) folded.delete(oldest)
  folded.set(text, tokens)
  return tokens
}

/** Every rule of `book` that is found in words that `readWords` gave, looked for once. */
export function findRules(book: WordRuleBook, tokens: readonly Token[]): readonly WordHit[] {
  const known = found.get(book) ?? new WeakMap<readonly Token[], readonly WordHit[]>()
  found.set(book, known)
  const hits = known.get(tokens) ?? book.findAll(tokens)
  known.set(tokens, hits)
  return hits
}
