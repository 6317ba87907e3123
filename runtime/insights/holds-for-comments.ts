import { isUnfitToQuote } from '../knowledge/generate/unfit-words.ts'
import { synonymsAt } from '../knowledge/words/synonyms.ts'
import { toTerms } from '../knowledge/words/to-terms.ts'
import { isDenied, readComment } from './comments.ts'

const longest = 60
/** Plain words: no number, address, markup or letter of another script. */
const shape =
  /^[\p{Script=Latin}]+(?:[’'-]?[\p{Script=Latin}]+)*(?:,? [\p{Script=Latin}]+(?:[’'-]?[\p{Script=Latin}]+)*){0,7}$/u
/** One comment in so many, and two at least, has to say all of a name. */
const oneIn = 3

/**
 * Whether a name that something else made up is true of comments: a third of them, and two at least, hold all of its words
 * together (or a word that means the same), and those comments deny, praise or complain where the name does.
 */
export function holdsForComments(name: string, comments: readonly string[]): boolean {
  if (name.length > longest || !shape.test(name) || isUnfitToQuote(name)) return false
  const stems = toTerms(name).map(({ stem }) => stem)
  if (stems.length === 0) return false
  const meant = stems.map((stem, at) => [
    stem,
    ...synonymsAt(stems, at).flatMap((other) => (other.share === 1 ? [other.stem] : [])),
  ])
  const bearing = comments.filter((comment) => {
    const held = new Set(toTerms(comment).map(({ stem }) => stem))
    return meant.every((forms) => forms.some((form) => held.has(form)))
  })
  if (bearing.length < 2 || bearing.length * oneIn < comments.length) return false
  const mostly = (holds: (comment: string) => boolean) => bearing.filter(holds).length * 2 > bearing.length
  if (isDenied(name) !== mostly(isDenied)) return false
  const { feeling } = readComment(name)
  return feeling === 'mixed' || mostly((comment) => readComment(comment).feeling === feeling)
}
