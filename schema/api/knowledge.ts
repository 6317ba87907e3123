import { z } from 'zod'
import { KnowledgeSettings } from '../knowledge.ts'
import { Citation } from '../message.ts'
import { defineRoutes } from './route.ts'

const editors = ['designer', 'admin'] as const
const Id = z.object({ id: z.string().max(64) })
const VersionId = Id.extend({ version: z.coerce.number().int().min(1) })
export const CollectionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
const Title = z.string().trim().min(1).max(300)
/** The largest file that is taken, in bytes. */
export const largestDocument = 52_428_800

export const Collection = z.object({
  id: CollectionId,
  name: z.string().trim().min(1).max(100),
  /** Whose visitors may be answered from it; none means everybody's. */
  departments: z.array(z.string().max(64)).max(100),
  documents: z.int(),
})
export type Collection = z.infer<typeof Collection>

export const VersionStatus = z.enum(['reading', 'ready', 'approved', 'refused', 'failed'])
export type VersionStatus = z.infer<typeof VersionStatus>

export const DocumentVersion = z.object({
  version: z.int(),
  fileName: z.string(),
  status: VersionStatus,
  /** Pages read so far, while it is being read in this process. */
  progress: z.object({ done: z.int(), of: z.int() }).nullable(),
  pages: z.int().nullable(),
  warnings: z.array(z.string()),
  /** Why it could not be read. */
  problem: z.string().nullable(),
  addedAt: z.string(),
  addedBy: z.string(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** Whoever asks may approve it: false where they added it, and the force wants a second person. */
  mayApprove: z.boolean(),
})
export type DocumentVersion = z.infer<typeof DocumentVersion>

/** Where a written answer came from: an operator's reply in a contact, or questions that nothing answered. */
export const AnswerOrigin = z.object({
  question: z.string(),
  contact: z.string().optional(),
  contactNumber: z.int().optional(),
  operator: z.string().optional(),
})
export type AnswerOrigin = z.infer<typeof AnswerOrigin>

export const KnowledgeDocument = z.object({
  id: z.string(),
  title: z.string(),
  collection: z.string(),
  /** The version that answers; null where none does. */
  live: z.int().nullable(),
  /** The newest version. */
  newest: DocumentVersion,
  reviewOn: z.string().nullable(),
  lastDay: z.string().nullable(),
  /** Its last day is over: it answers nothing. */
  expired: z.boolean(),
  origin: AnswerOrigin.nullable(),
  /** How often an answer rested on it in the last seven days. */
  cited: z.int(),
})
export type KnowledgeDocument = z.infer<typeof KnowledgeDocument>

export const DocumentPassage = z.object({
  id: z.string(),
  heading: z.string(),
  text: z.string(),
  page: z.int().nullable(),
  /** Sentences of it that no answer shows. */
  leftOut: z.array(z.string()),
})
export type DocumentPassage = z.infer<typeof DocumentPassage>

export const Overview = z.object({
  collections: z.array(Collection),
  documents: z.array(KnowledgeDocument),
  /** Documents that answer today. */
  answering: z.int(),
  passages: z.int(),
  /** The embedding model that is used; null for words alone. */
  model: z.string().nullable(),
})
export type Overview = z.infer<typeof Overview>

/** A passage as the try-out shows it. */
export const TriedPassage = z.object({
  id: z.string(),
  document: z.string(),
  version: z.int(),
  title: z.string(),
  heading: z.string(),
  text: z.string(),
  page: z.int().nullable(),
  /** What is quoted: UTF-16 offsets; null where nothing of it is. */
  quoted: z.object({ at: z.int(), end: z.int() }).nullable(),
  /** Cosine of its best sentence, null without a model; BM25; share among the candidates. */
  byMeaning: z.number().nullable(),
  byWords: z.number(),
  share: z.number(),
})
export type TriedPassage = z.infer<typeof TriedPassage>

export const Tried = z.object({
  answer: z.object({ text: z.string(), citations: z.array(Citation) }).nullable(),
  /** The question speaks of danger: a person answers it, never a document. */
  refused: z.boolean(),
  confidence: z.number(),
  threshold: z.number(),
  passages: z.array(TriedPassage),
})
export type Tried = z.infer<typeof Tried>

export const knowledgeRoutes = defineRoutes({
  overview: {
    id: 'knowledge.overview',
    method: 'get',
    path: '/api/knowledge',
    summary: 'Collections and documents, and what they are searched with',
    access: editors,
    operation: 'none',
    status: 200,
    response: Overview,
  },
  saveCollection: {
    id: 'knowledge.save-collection',
    method: 'put',
    path: '/api/knowledge/collections/{id}',
    summary: 'Make or change a collection',
    access: editors,
    operation: 'setting',
    params: z.object({ id: CollectionId }),
    body: Collection.omit({ id: true, documents: true }),
    status: 204,
  },
  removeCollection: {
    id: 'knowledge.remove-collection',
    method: 'delete',
    path: '/api/knowledge/collections/{id}',
    summary: 'Take an empty collection away',
    access: editors,
    operation: 'setting',
    params: z.object({ id: CollectionId }),
    status: 204,
  },
  upload: {
    id: 'knowledge.upload',
    method: 'post',
    path: '/api/knowledge/documents',
    summary: 'Add a file, as the body, to a collection; it is read, and answers nothing before it is approved',
    access: editors,
    operation: 'collection',
    query: z.object({
      name: z.string().min(1).max(300),
      collection: CollectionId.optional(),
      title: Title.optional(),
      /** The document whose next version it is. */
      document: z.string().max(64).optional(),
    }),
    maxBody: largestDocument,
    status: 201,
    response: z.object({ id: z.string(), version: z.int() }),
  },
  write: {
    id: 'knowledge.write',
    method: 'post',
    path: '/api/knowledge/answers',
    summary: 'Write the answer to a question; it answers nothing before it is approved',
    access: editors,
    operation: 'collection',
    body: z.object({
      question: z.string().trim().min(3).max(500),
      answer: z.string().trim().min(3).max(8_000),
      collection: CollectionId,
      /** Ids of the asked questions that it answers: they are no gap any more. */
      asked: z.array(z.string().max(64)).max(500).default([]),
    }),
    status: 201,
    response: z.object({ id: z.string(), version: z.int() }),
  },
  get: {
    id: 'knowledge.get',
    method: 'get',
    path: '/api/knowledge/documents/{id}',
    summary: 'A document with its versions, newest first',
    access: editors,
    operation: 'none',
    params: Id,
    status: 200,
    response: KnowledgeDocument.extend({ versions: z.array(DocumentVersion) }),
  },
  passages: {
    id: 'knowledge.passages',
    method: 'get',
    path: '/api/knowledge/documents/{id}/versions/{version}',
    summary: 'The passages of a version',
    access: editors,
    operation: 'none',
    params: VersionId,
    status: 200,
    response: z.object({ passages: z.array(DocumentPassage) }),
  },
  save: {
    id: 'knowledge.save',
    method: 'put',
    path: '/api/knowledge/documents/{id}',
    summary: 'Change a document’s title, collection, day of review and last day of use',
    access: editors,
    operation: 'alteration',
    params: Id,
    body: z.object({
      title: Title,
      collection: CollectionId,
      reviewOn: z.iso.date().nullable(),
      lastDay: z.iso.date().nullable(),
    }),
    status: 204,
  },
  decide: {
    id: 'knowledge.decide',
    method: 'post',
    path: '/api/knowledge/documents/{id}/versions/{version}/decision',
    summary: 'Approve a version, which then answers; or refuse it, or take it back',
    access: editors,
    operation: 'publish',
    params: VersionId,
    body: z.object({ approve: z.boolean() }),
    status: 204,
  },
  remove: {
    id: 'knowledge.remove',
    method: 'delete',
    path: '/api/knowledge/documents/{id}',
    summary: 'Delete a document with every trace: versions, passages, vectors, tests',
    access: editors,
    operation: 'erasure',
    params: Id,
    status: 204,
  },
  ask: {
    id: 'knowledge.ask',
    method: 'post',
    path: '/api/knowledge/ask',
    summary: 'Try a question: the answer, the passages it rests on, and why',
    access: editors,
    operation: 'none',
    body: z.object({
      question: z.string().trim().min(1).max(1_000),
      /** What was said before, newest first. */
      history: z.array(z.string().max(2_000)).max(20).default([]),
      collections: z.array(z.string().max(64)).max(50).default([]),
      department: z.string().max(64).optional(),
      approvedOnly: z.boolean().default(true),
    }),
    status: 200,
    response: Tried,
  },
  settings: {
    id: 'knowledge.settings',
    method: 'get',
    path: '/api/knowledge/settings',
    summary: 'How documents are searched and answered from, and which models are there',
    access: ['admin'],
    operation: 'none',
    status: 200,
    response: z.object({
      settings: KnowledgeSettings,
      models: z.array(z.object({ name: z.string(), fault: z.string().nullable() })),
      inUse: z.string().nullable(),
    }),
  },
  saveSettings: {
    id: 'knowledge.save-settings',
    method: 'put',
    path: '/api/knowledge/settings',
    summary: 'Change how documents are searched and answered from',
    access: ['admin'],
    operation: 'setting',
    body: KnowledgeSettings,
    status: 204,
  },
})
