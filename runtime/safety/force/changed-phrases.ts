import type { PhraseChange } from '../../../schema/api/safety.ts'
import { AppError } from '../../../schema/app-error.ts'
import type { Reader } from '../../db/database.ts'
import { type Phrase, readPhrases } from './read-force-lists.ts'

/** The phrases that would count after `tried`. */
export async function changedPhrases(
  reader: Pick<Reader, 'all'>,
  forceId: string,
  tried: PhraseChange,
): Promise<Phrase[]> {
  const phrases = await readPhrases(reader, forceId)
  if (tried.does === 'add') return [...phrases, { ...tried, id: 'tried', reason: '' }]
  if (!phrases.some(({ id }) => id === tried.id)) throw new AppError('not-found', 'There is no such phrase.')
  return phrases.filter(({ id }) => id !== tried.id)
}
