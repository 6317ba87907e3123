import listed from './policing/concepts.txt?raw'
import { plain, stem } from './words.ts'

/** Kinds of things by word: `ukradli`, `nicked` and `roubaram` are all stealing. From `policing/concepts.txt`. */
const concepts = new Map<string, readonly string[]>()
for (const line of listed.split('\n')) {
  const [concept = '', words = ''] = line.split(': ')
  for (const word of words.split(' ').filter((each) => each !== '' && !each.includes('-'))) {
    const key = stem(plain(word))
    concepts.set(key, [...(concepts.get(key) ?? []), concept])
  }
}

/** What is spoken of, and which two things together: a dog and a bite are something else than a dog and noise. */
export function conceptsIn(words: readonly string[]): string[] {
  const found = words.flatMap((word) => concepts.get(word) ?? [])
  const kinds = [...new Set(found)].sort()
  return [...found, ...kinds.flatMap((one, at) => kinds.slice(at + 1).map((other) => `${one}+${other}`))]
}
