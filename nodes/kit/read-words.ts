/** `text` for comparing: small letters, one kind of apostrophe, no accents, single spaces, no punctuation at its ends. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,!?;:'"()-]+|[\s.,!?;:'"()-]+$/g, '')
}

/** What people write for yes and no, in English and Welsh. Welsh answers with the verb of the question. */
const yes = new Set(
  'yes y yeah yea yep yup yh aye correct ie oes ydw ydy ydi ydyn ydynt bydd gwnaf wyf cywir'.split(' '),
)
const no = new Set(
  "no n nope nah not na nage naddo nac nad nid never incorrect don't dont isn't isnt wasn't wasnt".split(' '),
)
/** Words that are an answer alone, and mean many things at the start of a sentence. */
const alone = new Map([
  ...['ok', 'okay', 'sure', 'true', 'right', 'do', 'iawn', 'of course', "that's right", 'i do'].map(
    (word) => [word, true] as const,
  ),
  ...['false', 'wrong', 'none', 'dim'].map((word) => [word, false] as const),
])
const unsure =
  /\b(not (really )?sure|unsure|maybe|perhaps|don'?t (really )?know|do not know|dunno|no idea|can'?t (say|tell)|ddim yn (siwr|gwybod)|efallai)\b/

/** Yes or no, however it is said; `undefined` where it is neither, both, or unsure. */
export function readYesNo(text: string): boolean | undefined {
  const words = plainWords(text)
  if (isUnsure(words)) return undefined
  const whole = alone.get(words)
  if (whole !== undefined) return whole
  const parts = words.split(/[\s,.;!?-]+/)
  const first = parts[0] ?? ''
  if (no.has(first)) return parts.some((part) => part === 'yes' || part === 'ie') ? undefined : false
  if (yes.has(first)) return parts.some((part) => no.has(part)) ? undefined : true
  return undefined
}

/** Whether these are the words of somebody who does not know. */
export function isUnsure(text: string): boolean {
  return unsure.test(plainWords(text))
}
