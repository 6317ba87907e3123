import { distance } from 'fastest-levenshtein'

const shortest = 4
const mostFound = 3

/**
 * The words of `vocabulary` that `word` may be a slip of the pen for: one letter apart, two from seven letters on, with the
 * same first letter. Words that are held by more passages come first.
 */
export function closeWords(word: string, vocabulary: Iterable<string>, holders: (word: string) => number): string[] {
  if (word.length < shortest || /\d/.test(word)) return []
  const most = word.length < 7 ? 1 : 2
  const found: { known: string; apart: number }[] = []
  for (const known of vocabulary) {
    if (known[0] !== word[0] || Math.abs(known.length - word.length) > most || holders(known) === 0) continue
    const apart = isSwap(known, word) ? 1 : distance(known, word)
    if (apart <= most) found.push({ known, apart })
  }
  return found
    .sort((a, b) => a.apart - b.apart || holders(b.known) - holders(a.known))
    .filter(({ apart }, _, [best]) => apart === best?.apart)
    .slice(0, mostFound)
    .map(({ known }) => known)
}

/** Two neighbouring letters changed places: the commonest slip, which counts as two changes otherwise. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}
