import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { AppError } from '../../schema/app-error.ts'
import { toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { toTried } from '../knowledge/answer/try-question.ts'
import { addVersion, shownFileName } from '../knowledge/documents/add-version.ts'
import { removeCollection, saveCollection } from '../knowledge/documents/change-collection.ts'
import { decideVersion } from '../knowledge/documents/decide-version.ts'
import { raiseRevision } from '../knowledge/documents/knowledge-revision.ts'
import { listCollections } from '../knowledge/documents/list-collections.ts'
import { getDocument, listDocuments } from '../knowledge/documents/list-documents.ts'
import { listPassages } from '../knowledge/documents/list-passages.ts'
import { removeDocument } from '../knowledge/documents/remove-document.ts'
import { saveDocument } from '../knowledge/documents/save-document.ts'
import { writeAnswer } from '../knowledge/documents/write-answer.ts'
import { isLongText } from '../knowledge/ingest/is-long-text.ts'
import { readKnowledgeSettings, writeKnowledgeSettings } from '../knowledge/settings.ts'
import { headerOf } from './header-of.ts'
import { mount } from './mount.ts'
import { readBytes } from './read-body.ts'
import type { ServerContext } from './server-context.ts'

/** What a body says that it is when a file is wrapped in it, or only named: neither is ever unpacked. */
const wrapped = /^\s*(?:multipart\/|application\/(?:json|x-www-form-urlencoded))/i

/** Documents and what is answered from them. */
export function mountKnowledgeRoutes(server: ServerContext): void {
  const { services } = server
  const { progress } = services.reading

  mount(server, knowledgeRoutes.overview, async ({ principal }) => {
    const { forceId } = principal
    const documents = await listDocuments(services, principal, progress)
    const collections = await listCollections(services.db.read, forceId)
    const open = await services.knowledge.open(forceId)
    return {
      documents,
      collections: collections.map((collection) => ({
        ...collection,
        documents: documents.filter((document) => document.collection === collection.id).length,
      })),
      answering: open.answering(),
      passages: open.index.passages(),
      model: open.embedder?.model ?? null,
    }
  })
  mount(server, knowledgeRoutes.saveCollection, async ({ principal, params, body }) => {
    await saveCollection(services, principal, params.id, body)
    return undefined
  })
  mount(server, knowledgeRoutes.removeCollection, async ({ principal, params }) => {
    await removeCollection(services, principal, params.id)
    return undefined
  })

  mount(server, knowledgeRoutes.upload, async ({ principal, query, context }) => {
    const fileName = shownFileName(query.name)
    if (query.document === undefined && query.collection === undefined)
      throw new AppError('bad-request', 'Name the collection, or the document whose next version it is.')
    const to =
      query.document === undefined
        ? { collection: query.collection ?? '', title: query.title ?? fileName.replace(/\.\w{1,5}$/, '') }
        : { document: query.document }
    if (wrapped.test(headerOf(context, 'content-type') ?? ''))
      throw new AppError('bad-request', 'Send the file itself as the body, not a form or JSON that names it.')
    const file = await readBytes(context, knowledgeRoutes.upload.maxBody)
    if (file.length === 0) throw new AppError('bad-request', 'The file is empty.')
    if (isLongText(file))
      throw new AppError(
        'too-large',
        'A text of more than 6 MB is more than a document. Divide it, then upload the parts.',
      )
    const added = await addVersion(services, principal, to, { file, fileName })
    services.reading.wake()
    return added
  })
  mount(server, knowledgeRoutes.write, ({ principal, body }) => writeAnswer(services, principal, body))
  mount(server, knowledgeRoutes.get, ({ principal, params }) => getDocument(services, principal, params.id, progress))
  mount(server, knowledgeRoutes.passages, async ({ principal, params }) => ({
    passages: await listPassages(services, principal, params.id, params.version),
  }))
  mount(server, knowledgeRoutes.save, async ({ principal, params, body }) => {
    await saveDocument(services, principal, params.id, body)
    return undefined
  })
  mount(server, knowledgeRoutes.decide, async ({ principal, params, body }) => {
    await decideVersion(services, principal, params.id, params.version, body.approve)
    return undefined
  })
  mount(server, knowledgeRoutes.remove, async ({ principal, params }) => {
    await removeDocument(services, principal, params.id)
    return undefined
  })

  mount(server, knowledgeRoutes.ask, async ({ principal, body }) => {
    const answered = await services.knowledge.answer(principal.forceId, {
      question: body.question,
      history: body.history,
      collections: body.collections,
      department: body.department,
      alsoWaiting: !body.approvedOnly,
    })
    return toTried(answered, (await services.knowledge.open(principal.forceId)).embedder !== undefined)
  })

  mount(server, knowledgeRoutes.settings, async ({ principal }) => {
    const { models, open } = services.knowledge
    const { embedder } = await open(principal.forceId)
    return {
      settings: await readKnowledgeSettings(services.db.read, principal.forceId),
      models: models.names().map((name) => ({ name, fault: models.faultOf(name) ?? null })),
      inUse: embedder?.model ?? null,
    }
  })
  mount(server, knowledgeRoutes.saveSettings, async ({ principal, body }) => {
    await services.db.write(async (tx) => {
      await writeKnowledgeSettings(tx, principal.forceId, body)
      await raiseRevision(tx, principal.forceId)
      await appendEntry(tx, {
        forceId: principal.forceId,
        at: services.clock.now(),
        actor: toActor(principal, 'admin'),
        operation: 'setting',
        objectType: 'knowledge-settings',
        objectId: principal.forceId,
        outcome: 'done',
        payload: body,
      })
      tx.afterCommit(() => services.bus.publish(`knowledge:${principal.forceId}`))
    })
    return undefined
  })
}
