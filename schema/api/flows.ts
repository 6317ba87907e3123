import { z } from 'zod'
import { Flow } from '../flow.ts'
import { FlowIssue } from '../flow-issue.ts'
import { FlowPicture } from '../flow-picture.ts'
import { defineRoutes } from './route.ts'

const FlowId = z.object({ id: z.string().max(64) })
const designers = ['designer', 'admin'] as const
/** The largest flow document that is accepted, in bytes. */
export const largestFlow = 5_242_880

export const FlowSummary = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  locales: z.array(z.string()),
  nodes: z.int(),
  tags: z.array(z.string()),
  picture: FlowPicture,
  /** Number of the version that new contacts get; null before the first publishing. */
  live: z.int().nullable(),
  /** The draft differs from the live version. */
  changed: z.boolean(),
  savedAt: z.string(),
  savedBy: z.string(),
  /** Contacts that are running on any version. */
  running: z.int(),
})
export type FlowSummary = z.infer<typeof FlowSummary>

export const FlowDraft = z.object({
  id: z.string(),
  /** Counts up with every save; a save names the revision that it was made from. */
  revision: z.int(),
  flow: Flow,
  issues: z.array(FlowIssue),
  live: z.int().nullable(),
  changed: z.boolean(),
  savedAt: z.string(),
  savedBy: z.string(),
})
export type FlowDraft = z.infer<typeof FlowDraft>

export const FlowVersion = z.object({
  version: z.int(),
  publishedAt: z.string(),
  publishedBy: z.string(),
  reason: z.string(),
  live: z.boolean(),
  running: z.int(),
})
export type FlowVersion = z.infer<typeof FlowVersion>

export const Template = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  nodes: z.int(),
  locales: z.array(z.string()),
  picture: FlowPicture,
})
export type Template = z.infer<typeof Template>

/** Where words stand in a flow. */
export const FoundInFlow = z.object({
  flow: z.string(),
  name: z.string(),
  kind: z.enum(['node', 'text', 'variable']),
  node: z.string().optional(),
  type: z.string().optional(),
  field: z.string().optional(),
  title: z.string(),
  excerpt: z.string().optional(),
})
export type FoundInFlow = z.infer<typeof FoundInFlow>

/** Sent with a 409 when somebody else saved first: what they saved. */
export const DraftConflict = z.object({ revision: z.int(), savedBy: z.string(), savedAt: z.string(), flow: Flow })
export type DraftConflict = z.infer<typeof DraftConflict>

export const flowsRoutes = defineRoutes({
  list: {
    id: 'flows.list',
    method: 'get',
    path: '/api/flows',
    summary: 'Every flow of the force',
    access: designers,
    operation: 'none',
    status: 200,
    response: z.object({ flows: z.array(FlowSummary) }),
  },
  templates: {
    id: 'flows.templates',
    method: 'get',
    path: '/api/templates',
    summary: 'Starter flows',
    access: designers,
    operation: 'none',
    status: 200,
    response: z.object({ templates: z.array(Template) }),
  },
  search: {
    id: 'flows.search',
    method: 'get',
    path: '/api/flow-search',
    summary: 'Where words stand in the drafts: names of nodes, texts for visitors, variables',
    access: designers,
    operation: 'none',
    query: z.object({ words: z.string().max(200) }),
    status: 200,
    response: z.object({ found: z.array(FoundInFlow) }),
  },
  create: {
    id: 'flows.create',
    method: 'post',
    path: '/api/flows',
    summary: 'Make a flow: empty, from a template, or from a document (import)',
    access: designers,
    operation: 'setting',
    body: z.object({
      name: z.string().min(1).max(200).optional(),
      template: z.string().max(64).optional(),
      /** The text of a flow document. Older formats are migrated; broken or newer ones are refused with every issue. */
      document: z.string().max(largestFlow).optional(),
    }),
    maxBody: largestFlow * 2,
    status: 201,
    response: z.object({ id: z.string(), issues: z.array(FlowIssue) }),
  },
  get: {
    id: 'flows.get',
    method: 'get',
    path: '/api/flows/{id}',
    summary: 'The draft of a flow',
    access: designers,
    operation: 'none',
    params: FlowId,
    status: 200,
    response: FlowDraft,
  },
  save: {
    id: 'flows.save',
    method: 'put',
    path: '/api/flows/{id}/draft',
    summary: 'Save the draft; refused with what is there now when somebody else saved first',
    access: designers,
    operation: 'setting',
    params: FlowId,
    body: z.object({ revision: z.int(), flow: z.unknown() }),
    maxBody: largestFlow,
    status: 200,
    response: z.object({ revision: z.int(), savedAt: z.string(), issues: z.array(FlowIssue), changed: z.boolean() }),
  },
  remove: {
    id: 'flows.remove',
    method: 'delete',
    path: '/api/flows/{id}',
    summary: 'Put a flow away. Its versions stay for the contacts that run on them; refused while a site uses it',
    access: designers,
    operation: 'setting',
    params: FlowId,
    status: 204,
  },
  export: {
    id: 'flows.export',
    method: 'get',
    path: '/api/flows/{id}/export',
    summary: 'The flow document as text, with stable key order',
    access: designers,
    operation: 'none',
    params: FlowId,
    query: z.object({ version: z.coerce.number().int().min(1).optional() }),
    status: 200,
    response: z.object({ name: z.string(), document: z.string() }),
  },
  publish: {
    id: 'flows.publish',
    method: 'post',
    path: '/api/flows/{id}/publish',
    summary: 'Freeze the draft as the next version and make it live',
    access: designers,
    operation: 'publish',
    params: FlowId,
    body: z.object({ revision: z.int(), reason: z.string().max(2_000) }),
    status: 200,
    response: z.object({ version: z.int() }),
  },
  rollBack: {
    id: 'flows.roll-back',
    method: 'post',
    path: '/api/flows/{id}/roll-back',
    summary: 'Make an earlier version live again; running contacts stay on theirs',
    access: designers,
    operation: 'publish',
    params: FlowId,
    body: z.object({ version: z.int().min(1), reason: z.string().max(2_000) }),
    status: 200,
    response: z.object({ version: z.int() }),
  },
  versions: {
    id: 'flows.versions',
    method: 'get',
    path: '/api/flows/{id}/versions',
    summary: 'Published versions, newest first',
    access: designers,
    operation: 'none',
    params: FlowId,
    status: 200,
    response: z.object({ versions: z.array(FlowVersion) }),
  },
  version: {
    id: 'flows.version',
    method: 'get',
    path: '/api/flows/{id}/versions/{version}',
    summary: 'One published version',
    access: designers,
    operation: 'none',
    params: z.object({ id: z.string().max(64), version: z.coerce.number().int().min(1) }),
    status: 200,
    response: z.object({ flow: Flow }),
  },
})
