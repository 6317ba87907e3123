import { type Logger, pino } from 'pino'

/**
 * The log: what happened to the server, never what a person wrote. Of an error only its kind, message and place are kept,
 * because some carry the values of a row with them.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: null, serializers: { error: toLogged } })
}

function toLogged(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack } = error
  return { name, message, stack, ...('code' in error ? { code: error.code } : {}) }
}
