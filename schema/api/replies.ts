import { z } from 'zod'
import { DepartmentId } from '../department.ts'
import { Text } from '../text.ts'
import { defineRoutes } from './route.ts'

const staff = ['operator', 'supervisor'] as const
const Id = z.object({ id: z.string().max(64) })

/** Words that are ready to be sent. `{{ first_name }}` and the like stand for what the flow has gathered. */
export const CannedReply = z.object({
  id: z.string(),
  title: z.string().trim().min(1).max(100),
  /** Whose it is; null for everybody's. */
  department: DepartmentId.nullable(),
  text: Text,
  /** May be used in safeguarding and emergency contacts. */
  approved: z.boolean(),
})
export type CannedReply = z.infer<typeof CannedReply>

/** A reply that fits, ready for one contact: its holes are filled. */
export const ReadyReply = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  /** What it asks for and nobody has said yet. */
  missing: z.array(z.string()),
})
export type ReadyReply = z.infer<typeof ReadyReply>

export const Suggestion = z.object({
  /** `canned:ID`, `document:ID`, `earlier:ID`: what is counted when it is used. */
  key: z.string(),
  source: z.enum(['canned', 'document', 'earlier']),
  /** Where it comes from, for the person who decides. */
  title: z.string(),
  text: z.string(),
})
export type Suggestion = z.infer<typeof Suggestion>

export const repliesRoutes = defineRoutes({
  list: {
    id: 'replies.list',
    method: 'get',
    path: '/api/replies',
    summary: 'Canned replies',
    access: ['operator', 'supervisor', 'admin'],
    operation: 'none',
    status: 200,
    response: z.object({ replies: z.array(CannedReply) }),
  },
  create: {
    id: 'replies.create',
    method: 'post',
    path: '/api/replies',
    summary: 'Add a canned reply',
    access: ['supervisor', 'admin'],
    operation: 'setting',
    body: CannedReply.omit({ id: true }),
    status: 201,
    response: CannedReply,
  },
  save: {
    id: 'replies.save',
    method: 'put',
    path: '/api/replies/{id}',
    summary: 'Change a canned reply',
    access: ['supervisor', 'admin'],
    operation: 'setting',
    params: Id,
    body: CannedReply.omit({ id: true }),
    status: 200,
    response: CannedReply,
  },
  remove: {
    id: 'replies.remove',
    method: 'delete',
    path: '/api/replies/{id}',
    summary: 'Remove a canned reply',
    access: ['supervisor', 'admin'],
    operation: 'setting',
    params: Id,
    status: 204,
  },
  ready: {
    id: 'contacts.replies',
    method: 'get',
    path: '/api/contacts/{id}/replies',
    summary: 'Canned replies for one contact, with what is known filled in',
    access: staff,
    operation: 'none',
    params: Id,
    status: 200,
    response: z.object({ replies: z.array(ReadyReply) }),
  },
  suggestions: {
    id: 'contacts.suggestions',
    method: 'get',
    path: '/api/contacts/{id}/suggestions',
    summary:
      'Replies that may fit what the visitor wrote last, with their sources. None where a person has to find the words',
    access: staff,
    operation: 'consultation',
    params: Id,
    status: 200,
    response: z.object({ suggestions: z.array(Suggestion) }),
  },
})
