import { z } from 'zod'
import { Connection, ConnectionChange, methods } from '../connection.ts'
import { Variable } from '../flow.ts'
import { largestFlow } from './flows.ts'
import { defineRoutes } from './route.ts'

const Id = z.object({ id: z.string().max(64) })

/** A call as it leaves, with the credential hidden. */
export const FilledRequest = z.object({
  method: z.enum(methods),
  url: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  /** As JSON; '' where there is none. */
  body: z.string(),
})
export type FilledRequest = z.infer<typeof FilledRequest>

/** A call that was shown, and perhaps made. */
export const TriedRequest = z.object({
  request: FilledRequest.nullable(),
  /** Why it is not sent, in words. */
  refused: z.string().nullable(),
  answer: z.object({ status: z.int(), body: z.string(), ms: z.int() }).nullable(),
  /** Why there is no answer, in words. */
  failure: z.string().nullable(),
})
export type TriedRequest = z.infer<typeof TriedRequest>

export const connectionsRoutes = defineRoutes({
  list: {
    id: 'connections.list',
    method: 'get',
    path: '/api/connections',
    summary: 'Systems that flows may call',
    access: ['designer', 'admin'],
    operation: 'none',
    status: 200,
    response: z.object({ connections: z.array(Connection) }),
  },
  save: {
    id: 'connections.save',
    method: 'put',
    path: '/api/connections/{id}',
    summary: 'Make or change a connection. Changing its origin forgets its credential',
    access: ['admin'],
    operation: 'setting',
    params: Id,
    body: ConnectionChange,
    status: 200,
    response: Connection,
  },
  remove: {
    id: 'connections.remove',
    method: 'delete',
    path: '/api/connections/{id}',
    summary: 'Remove a connection',
    access: ['admin'],
    operation: 'setting',
    params: Id,
    status: 204,
  },
  dryRun: {
    id: 'connections.dry-run',
    method: 'post',
    path: '/api/connections/{id}/dry-run',
    summary: 'Show a call as it would leave, and with `send` make it once',
    access: ['admin'],
    operation: 'disclosure',
    params: Id,
    body: z.object({
      method: z.enum(methods),
      /** Below the origin, each segment on its own. */
      path: z.array(z.string().max(500)).max(20),
      query: z.record(z.string().max(100), z.string().max(2_000)).default({}),
      /** JSON. */
      body: z.string().max(50_000).default(''),
      send: z.boolean(),
    }),
    status: 200,
    response: TriedRequest,
  },
  dryRunNode: {
    id: 'connections.dry-run-node',
    method: 'post',
    path: '/api/flows/{id}/dry-run',
    summary: 'Show the call that a node of a draft would make with these values, and with `send` make it once',
    access: ['designer', 'admin'],
    operation: 'disclosure',
    params: Id,
    body: z.object({
      type: z.string().max(64),
      data: z.record(z.string(), z.unknown()),
      variables: z.array(Variable).max(500),
      /** As a person types them. */
      values: z.record(z.string().max(64), z.string().max(4_000)),
      send: z.boolean(),
    }),
    maxBody: largestFlow,
    status: 200,
    response: TriedRequest,
  },
})
