import { join, resolve } from 'node:path'
import { z } from 'zod'

const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8101),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.string().optional(),
  /** The address that browsers use, where it is not the one the request came to (behind a proxy). */
  PUBLIC_URL: z.url().optional(),
  /** How many proxies of our own stand in front: so many entries of X-Forwarded-For are believed, from its end. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** Makes the limits on visitors so many times wider; 0 takes them away. */
  VISITOR_LIMITS: z.coerce.number().min(0).default(1),
  /** Folder of a sentence model in the layout of transformers.js, or of several. Everything works without one. */
  MODEL_DIR: z.string().optional(),
  /** `silent`, `error`, `warn`, `info`, `debug` */
  LOG_LEVEL: z.string().default('info'),
})

export interface Environment {
  port: number
  host: string
  /** Everything that is kept: the database of SQLite, and the keys. */
  dataFolder: string
  databaseUrl: string | undefined
  publicUrl: string | undefined
  trustProxy: number
  visitorLimits: number
  modelFolder: string | undefined
  logLevel: string
}

/** Reads the environment. Throws with the name of what is wrong. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const parsed = Env.safeParse(source)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`The environment variable ${issue?.path.join('.') ?? ''} is not right: ${issue?.message ?? ''}`)
  }
  const env = parsed.data
  return {
    port: env.PORT,
    host: env.HOST,
    dataFolder: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    publicUrl: env.PUBLIC_URL,
    trustProxy: env.TRUST_PROXY,
    visitorLimits: env.VISITOR_LIMITS,
    modelFolder: env.MODEL_DIR,
    logLevel: env.LOG_LEVEL,
  }
}

/** Path of a file in the data folder. */
export function dataFile(environment: Environment, name: string): string {
  return join(environment.dataFolder, name)
}
