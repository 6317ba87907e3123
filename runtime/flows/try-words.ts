import { AppError } from '../../schema/app-error.ts'
import type { TryOut } from '../../schema/try-out.ts'
import type { NodeTypes } from '../contact/runnable-flow.ts'

/** Which way words would lead at a node with these settings. Nothing is stored, and no contact is involved. */
export function tryWords(types: NodeTypes, type: string, settings: unknown, words: string): TryOut {
  const data = types.definitions.get(type)?.data.safeParse(settings)
  const tryOut = types.runtimes.get(type)?.tryOut
  if (!data || !tryOut) throw new AppError('not-valid', 'Nodes of this type do not choose by words.')
  if (!data.success) throw new AppError('not-valid', 'Put right what Problems says about this node first.')
  return tryOut(data.data, words)
}
