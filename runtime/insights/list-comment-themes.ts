import type { CommentTheme, InsightsFilter } from '../../schema/api/insights.ts'
import { leastForShare } from '../../schema/insights.ts'
import type { Principal } from '../accounts/principal.ts'
import { clusterTexts } from '../cluster-texts.ts'
import { readKnowledgeSettings } from '../knowledge/settings.ts'
import { toTerms } from '../knowledge/words/to-terms.ts'
import type { Services } from '../services.ts'
import { readComment } from './comments.ts'
import { readComments, recordReading } from './list-comments.ts'
import { createThemeNames } from './theme-names.ts'

/** The newest comments are enough to see what they speak of. */
const mostClustered = 400
const mostThemes = 12
const mostExamples = 3
/** Fewer alike comments are no theme. */
const fewest = 3

/** What comments speak of: alike ones are put together, by a sentence model where the machine has one, or by their words. */
export async function listCommentThemes(
  services: Services,
  principal: Principal,
  filter: InsightsFilter,
): Promise<{ comments: number; by: 'meaning' | 'words'; themes: CommentTheme[] }> {
  const read = await readComments(services, principal, filter)
  const texts = read.slice(0, mostClustered).map(({ comment }) => comment)
  const vectors = await embed(services, principal.forceId, texts)
  await recordReading(services, principal, { from: filter.from, to: filter.to, does: 'themes' })
  const words = texts.map((text) => toTerms(text))
  const nameOf = createThemeNames(words)
  const clusters = clusterTexts(
    words.map((own, index) => ({ words: own.map(({ stem }) => stem), vector: vectors?.[index] })),
  )
  const themes = clusters.flatMap((members) => {
    const own = members.map((index) => texts[index] ?? '')
    const name = own.length < fewest ? undefined : nameOf(members)
    if (name === undefined) return []
    const feelings = own.map((text) => readComment(text).feeling)
    const count = (feeling: string) => feelings.filter((one) => one === feeling).length
    return [
      {
        name,
        n: own.length,
        share: texts.length < leastForShare ? null : own.length / texts.length,
        positive: count('positive'),
        mixed: count('mixed'),
        negative: count('negative'),
        examples: own.slice(0, mostExamples),
      },
    ]
  })
  return { comments: texts.length, by: vectors ? 'meaning' : 'words', themes: themes.slice(0, mostThemes) }
}

async function embed({ db, knowledge }: Services, forceId: string, texts: readonly string[]) {
  const embedder = await knowledge.models.open((await readKnowledgeSettings(db.read, forceId)).model)
  return embedder && texts.length > 0 ? embedder.embed(texts) : undefined
}
