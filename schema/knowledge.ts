import { z } from 'zod'

/** A server that writes answers from passages: a connection that an admin made, and the name of its model. */
export const LanguageModel = z.object({
  connection: z.string().min(1).max(64),
  model: z.string().min(1).max(200),
  /** Path of the API on the connection's origin. */
  path: z
    .string()
    .regex(/^\/[\w./-]*$/)
    .max(200)
    .default('/v1'),
  /** How often it may be asked in an hour, by all visitors together. Above that the documents are quoted. */
  perHour: z.number().int().min(1).max(100_000).default(1_000),
  /** Whether it also names what survey comments speak of: shared words of comments go there, and nothing else of them. */
  nameThemes: z.boolean().default(false),
})
export type LanguageModel = z.infer<typeof LanguageModel>

/** A host, as it stands in an address. */
export const Host = z
  .string()
  .max(253)
  .regex(/^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24}$/)

/** How a force's documents are searched and answered from. */
export const KnowledgeSettings = z.object({
  /** Name of the embedding model; null for words alone, left out for the first that is there. */
  model: z.string().max(200).nullable().optional(),
  /** How sure it must be before it answers, 0 to 1. */
  threshold: z.number().min(0.05).max(0.95).default(0.5),
  /** Whoever adds a version may not approve it themselves. */
  secondPerson: z.boolean().default(false),
  /**
   * Hosts beside those of public bodies: a sentence of a document is shown with an address where it leads to one of these or
   * below it.
   */
  hosts: z.array(Host).max(100).default([]),
  /** Null quotes the documents. */
  languageModel: LanguageModel.nullable().default(null),
})
export type KnowledgeSettings = z.infer<typeof KnowledgeSettings>
