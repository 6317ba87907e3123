import { AppError } from '../../schema/app-error.ts'
import type { TryOut } from '../../schema/try-out.ts'
import type { Services } from '../services.ts'

/** Which way words would lead at a node with these settings. Nothing is stored, and no contact is involved. */
export async function tryWords(
  { types, intentsFor }: Pick<Services, 'types' | 'intentsFor'>,
  forceId: string,
  type: string,
  settings: unknown,
  words: string,
): Promise<TryOut> {
  const definition = types.definitions.get(type)
  const data = definition?.data.safeParse(settings)
  const tryOut = types.runtimes.get(type)?.tryOut
  if (!data || !tryOut) throw new AppError('not-valid', 'Nodes of this type do not choose by words.')
  if (!data.success) throw new AppError('not-valid', 'Put right what Problems says about this node first.')
  const known = definition?.intents?.(data.data)
  const intents = intentsFor(forceId)
  if (known) await intents.prepare(known)
  return tryOut(data.data, words, intents)
}
