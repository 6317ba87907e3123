import type { CommentTheme, InsightsFilter } from '../../schema/api/insights.ts'
import { leastForShare } from '../../schema/insights.ts'
import type { Principal } from '../accounts/principal.ts'
import { clusterTexts } from '../cluster-texts.ts'
import { readKnowledgeSettings } from '../knowledge/settings.ts'
import { toTerms } from '../knowledge/words/to-terms.ts'
import type { Services } from '../services.ts'
import { type Feeling, readComment } from './comments.ts'
import { readComments, recordReading } from './list-comments.ts'
import { createThemeNames } from './theme-names.ts'

/** The newest comments are enough to see what they speak of. */
const mostClustered = 400
const mostThemes = 12
const mostExamples = 3
/** Fewer alike comments are no theme. */
const fewest = 3

interface CommentThemes {
  comments: number
  by: 'meaning' | 'words'
  themes: CommentTheme[]
  naming: boolean
}

/**
 * What comments speak of: alike ones are put together, by a sentence model where the machine has one, or by their words.
 * Each has a name of words that stand in its comments, or one that a language model gave it and that was held to them.
 */
export async function listCommentThemes(
  services: Services,
  principal: Principal,
  filter: InsightsFilter,
): Promise<CommentThemes> {
  const read = await readComments(services, principal, filter)
  const texts = read.slice(0, mostClustered).map(({ comment }) => comment)
  const { model, languageModel } = await readKnowledgeSettings(services.db.read, principal.forceId)
  const embedder = texts.length > 0 ? await services.knowledge.models.open(model) : undefined
  const vectors = await embedder?.embed(texts)
  await recordReading(services, principal, { from: filter.from, to: filter.to, does: 'themes' })
  const found = groupComments(texts, vectors)
  const named = languageModel?.nameThemes
    ? services.nameThemes(
        principal.forceId,
        languageModel,
        found.map(({ members }) => members),
        texts,
      )
    : undefined
  const themes = found.map(({ name, members }, index): CommentTheme => {
    const given = named?.names[index]
    const isNew =
      given !== undefined && !found.some((other) => other.name === given) && named?.names.indexOf(given) === index
    return {
      name: isNew ? given : name,
      by: isNew ? 'model' : 'words',
      ...countFeelings(members),
      n: members.length,
      share: texts.length < leastForShare ? null : members.length / texts.length,
      examples: [...new Set(members)].slice(0, mostExamples),
    }
  })
  return { comments: texts.length, by: vectors ? 'meaning' : 'words', themes, naming: named?.asking ?? false }
}

/** Comments that are alike, the most typical first, under a name of words that stand in them. */
function groupComments(
  texts: readonly string[],
  vectors: readonly (Float32Array | undefined)[] | undefined,
): { name: string; members: string[] }[] {
  const words = texts.map((text) => toTerms(text))
  const nameOf = createThemeNames(words)
  const clusters = clusterTexts(
    words.map((own, index) => ({ words: own.map(({ stem }) => stem), vector: vectors?.[index] })),
  )
  return clusters
    .flatMap((cluster) => {
      const name = cluster.length < fewest ? undefined : nameOf(cluster)
      return name === undefined ? [] : [{ name, members: cluster.map((index) => texts[index] ?? '') }]
    })
    .slice(0, mostThemes)
}

function countFeelings(texts: readonly string[]): Pick<CommentTheme, Feeling> {
  const counts = { positive: 0, mixed: 0, negative: 0 }
  for (const text of texts) counts[readComment(text).feeling]++
  return counts
}
