import type { LanguageModel } from '../../../schema/knowledge.ts'
import type { KnownConnection } from '../../effects/http-effect.ts'
import { allowsCall } from '../../integrations/allows-call.ts'
import { askModel, type ModelPrompt, type Patience } from './ask-model.ts'
import { type Breaker, createBreaker } from './breaker.ts'

/** What the force's own language model wrote; undefined without a connection, and where it fails, is slow or was asked too often. */
export type ModelCaller = (
  forceId: string,
  settings: LanguageModel,
  asked: ModelPrompt,
  /** Told of the text as it grows; says whether there is something to see. */
  onText?: (text: string) => boolean,
) => Promise<string | undefined>

interface Parts {
  now: () => number
  findConnection(forceId: string, id: string): Promise<KnownConnection | undefined>
  failed(error: unknown): void
  patience?: Patience
}

/** A visitor reads something within eight seconds, and the whole before the node that asked gives up after twenty. */
const usualPatience: Patience = { first: 6_500, whole: 18_000 }

/** Each caller counts failures and calls of its own, so that nothing else takes them from visitors. */
export function createModelCaller({ now, findConnection, failed, patience = usualPatience }: Parts): ModelCaller {
  const breakers = new Map<string, Breaker>()
  const breakerOf = (forceId: string) => {
    const breaker = breakers.get(forceId) ?? createBreaker(now)
    breakers.set(forceId, breaker)
    return breaker
  }
  return async (forceId, settings, asked, onText) => {
    const connection = await findConnection(forceId, settings.connection)
    const breaker = breakerOf(forceId)
    const path = [...settings.path.split('/').filter(Boolean), 'chat', 'completions']
    if (!connection || !allowsCall(connection.paths, 'POST', path)) return undefined
    if (!breaker.take(settings.perHour)) return undefined
    try {
      const text = await askModel(
        connection,
        settings,
        asked,
        { first: Math.min(patience.first, connection.timeoutMs), whole: patience.whole },
        onText,
      )
      breaker.note(true)
      return text
    } catch (error) {
      breaker.note(false)
      failed(error)
      return undefined
    }
  }
}
