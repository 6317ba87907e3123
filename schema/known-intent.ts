/** What an intent is recognised by. */
export interface KnownIntent {
  id: string
  /** Its label in every language, and its example sentences. */
  phrases: readonly string[]
}

/** `sure`: this one. `close`: perhaps one of these, best first. `none`: none of them. `empty`: nothing was said that tells. */
export type IntentMatch =
  | { kind: 'sure'; id: string }
  | { kind: 'close'; ids: string[] }
  | { kind: 'none' }
  | { kind: 'empty' }
