import { z } from 'zod'
import { defineRoutes } from './route.ts'

/** A schema of the document: JSON Schema 2020-12, without references. */
export interface JsonSchema {
  type?: string | string[] | undefined
  properties?: Record<string, JsonSchema> | undefined
  required?: string[] | undefined
  items?: JsonSchema | undefined
  prefixItems?: JsonSchema[] | undefined
  additionalProperties?: JsonSchema | boolean | undefined
  enum?: unknown[] | undefined
  oneOf?: JsonSchema[] | undefined
  anyOf?: JsonSchema[] | undefined
  allOf?: JsonSchema[] | undefined
  format?: string | undefined
  default?: unknown
  minimum?: number | undefined
  maximum?: number | undefined
  minLength?: number | undefined
  minItems?: number | undefined
  maxLength?: number | undefined
}
const JsonSchema = z.custom<JsonSchema>((value) => typeof value === 'object' && value !== null)
const Content = z.record(z.string(), z.object({ schema: JsonSchema.optional() }))

const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  /** Who may call it: `public`, `visitor`, `signed-in`, or roles. */
  'x-access': z.union([z.string(), z.array(z.string())]),
  /** The scope that a key needs; null where no key opens it. */
  'x-scope': z.string().nullable(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: JsonSchema }))
    .optional(),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: Content.optional() })),
})
export type Operation = z.infer<typeof Operation>

/** As much of an OpenAPI document as a reader of ours needs. */
export const OpenApi = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
})
export type OpenApi = z.infer<typeof OpenApi>

/** The description of the API, made from the tables. */
export const docsRoutes = defineRoutes({
  openapi: {
    id: 'api.openapi',
    method: 'get',
    path: '/api/openapi.json',
    summary: 'Every call of the API, as OpenAPI 3.1',
    access: 'public',
    operation: 'none',
    status: 200,
    response: z.looseObject({ openapi: z.string(), paths: z.looseObject({}) }),
  },
  docs: {
    id: 'api.docs',
    method: 'get',
    path: '/api/docs',
    summary: 'The same, to read',
    access: 'public',
    operation: 'none',
    status: 200,
    media: ['text/html'],
  },
})
