import { z } from 'zod'
import { ModelSource } from '../model-source.ts'
import { defineRoutes } from './route.ts'

/** A model that is being fetched, or was. */
export const ModelDownload = z.object({
  source: ModelSource,
  status: z.enum(['waiting', 'running', 'failed', 'done']),
  /** Bytes that are here, and of how many; null until that is known. */
  done: z.int(),
  total: z.int().nullable(),
  /** Why it failed, in words. */
  problem: z.string().nullable(),
  askedAt: z.string(),
  askedBy: z.string(),
})
export type ModelDownload = z.infer<typeof ModelDownload>

const admins = ['admin'] as const
const path = '/api/knowledge/model-download'

export const modelDownloadRoutes = defineRoutes({
  get: {
    id: 'knowledge.model-download',
    method: 'get',
    path,
    summary: 'How far the fetching of a model of meaning is',
    access: admins,
    operation: 'none',
    status: 200,
    response: z.object({ download: ModelDownload.nullable() }),
  },
  begin: {
    id: 'knowledge.begin-model-download',
    method: 'post',
    path,
    summary: 'Fetch a model of meaning, once, or go on where fetching it failed',
    access: admins,
    operation: 'setting',
    body: ModelSource,
    status: 204,
  },
  stop: {
    id: 'knowledge.stop-model-download',
    method: 'delete',
    path,
    summary: 'Stop fetching a model, and remove what came of it',
    access: admins,
    operation: 'setting',
    status: 204,
  },
})
