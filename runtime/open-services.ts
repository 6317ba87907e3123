import { definitions } from '../nodes/definitions.ts'
import { runtimes } from '../nodes/runtimes.ts'
import { openVault } from './accounts/vault.ts'
import { startEscalationWorker } from './alerts/escalation-worker.ts'
import { systemClock } from './clock.ts'
import { coalesce } from './coalesce.ts'
import { startTimerWorker } from './contact/timer-worker.ts'
import { createLog } from './create-log.ts'
import { openDatabase } from './db/open-database.ts'
import { startEffectWorker } from './effects/effect-worker.ts'
import { performHttp } from './effects/http-effect.ts'
import type { PerformEffect } from './effects/perform-effect.ts'
import { dataFile, type Environment } from './env.ts'
import { createBus } from './events/bus.ts'
import { openForces } from './forces.ts'
import { createDesk } from './handover/desk.ts'
import { startDeskWorker } from './handover/desk-worker.ts'
import { createBoards } from './inbox/board.ts'
import { createThemeNamer } from './insights/create-theme-namer.ts'
import { startFiguresWorker } from './insights/figures-worker.ts'
import { startLostCallsWorker } from './integrations/end-lost-calls.ts'
import { findConnection } from './integrations/find-connection.ts'
import { createForceEmbeddings } from './intent/force-embeddings.ts'
import { createForceIntents } from './intent/force-intents.ts'
import { openLearnedPhrases } from './intent/learned-phrases.ts'
import { openSentenceModel } from './intent/open-sentence-model.ts'
import { warmIntents } from './intent/warm-intents.ts'
import { answerEffect } from './knowledge/answer-effect.ts'
import { createReadingProgress } from './knowledge/documents/reading-progress.ts'
import { startReadingWorker } from './knowledge/documents/reading-worker.ts'
import { startDownloadWorker } from './knowledge/download/download-worker.ts'
import { createModelCaller } from './knowledge/generate/create-model-caller.ts'
import { createWriter } from './knowledge/generate/create-writer.ts'
import { createProvisionalAnswers } from './knowledge/generate/provisional-answers.ts'
import { startTestWorker } from './knowledge/improve/test-worker.ts'
import { startIndexWorker } from './knowledge/live/index-worker.ts'
import { findModels } from './knowledge/meaning/find-models.ts'
import { openKnowledge } from './knowledge/open-knowledge.ts'
import { readKnowledgeSettings } from './knowledge/settings.ts'
import { startMailWorker } from './mail/mail-worker.ts'
import { newConfirmationLink } from './reports/confirmation-link.ts'
import { assess } from './safety/assess.ts'
import type { Detector } from './safety/detector.ts'
import { openForceDetectors } from './safety/force/open-force-detectors.ts'
import { endLostTrainings } from './safety/force/train.ts'
import { openBuiltInNearest } from './safety/nearest/open-built-in-nearest.ts'
import type { Nearest } from './safety/nearest/open-nearest.ts'
import { openDetector } from './safety/open-detector.ts'
import { openSafetyWorker } from './safety/worker/open-safety-worker.ts'
import type { Services } from './services.ts'
import { startTrafficWorker } from './traffic/traffic-worker.ts'
import { startWebhookWorker } from './webhooks/webhook-worker.ts'

/** What a test may set for itself. */
export type Overrides = Partial<
  Pick<Services, 'clock' | 'log' | 'perform' | 'safetyWorker' | 'trainingWorker' | 'types'>
> & {
  workers?: boolean
  /** The detector that all forces share. */
  detector?: Detector
  /** The layer of nearest examples that they share. */
  nearest?: Nearest
}

/** The inbox is told of what changed at most this often, in milliseconds: it reads its lists anew each time. */
const inboxPause = 50

/** Opens everything the server needs, in the order in which it needs it. Throws where it cannot run safely. */
export async function openServices(environment: Environment, overrides: Overrides = {}): Promise<Services> {
  const log = overrides.log ?? createLog(environment.logLevel)
  const builtIn = overrides.detector ?? openDetector()
  const db = await openDatabase({ url: environment.databaseUrl, folder: environment.dataFolder })
  const model = await openSentenceModel(environment.modelFolder)
  if ('fault' in model) log.error({ fault: model.fault }, 'the sentence model cannot be used in a turn')
  const detectors = await openForceDetectors(db, builtIn, overrides.nearest ?? (await openBuiltInNearest(model)))
  const safetyWorker = overrides.safetyWorker ?? openSafetyWorker()
  const trainingWorker = overrides.trainingWorker ?? openSafetyWorker()
  const vault = openVault(environment)
  const bus = createBus(db)
  const forces = await openForces(db)
  const clock = overrides.clock ?? systemClock
  const learned = await openLearnedPhrases(db)
  const [ownModel] = environment.modelFolder === undefined ? [] : findModels(environment.modelFolder)
  const embeddings = createForceEmbeddings(
    async (forceId) => knowledge.models.find((await readKnowledgeSettings(db.read, forceId)).model)?.folder,
    openSentenceModel,
    new Map(ownModel ? [[ownModel.folder, Promise.resolve(model)]] : []),
  )
  const intents = createForceIntents(embeddings.of, learned, (error) =>
    log.error({ error }, 'intents could not be learned; words alone decide'),
  )
  const desk = createDesk(db, clock, (forceId) => tellInbox(forceId))
  const boards = createBoards(db, bus, desk, (error) => log.error({ error }, 'the inbox could not be read'))
  const perform: PerformEffect =
    overrides.perform ??
    (async (effect, run) =>
      effect.kind === 'answer'
        ? answerEffect(services, effect, run)
        : performHttp(effect, await findConnection(db.read, vault, run.forceId, effect.connection), run))

  const ownModels = dataFile(environment, 'models')
  const knowledge = openKnowledge({
    db,
    clock,
    modelFolders: [...(environment.modelFolder === undefined ? [] : [environment.modelFolder]), ownModels],
    zoneOf: forces.zoneOf,
    assess: (forceId, text) => assess(text, [], detectors.of(forceId)),
    write: createWriter(openModelCaller('the language model did not answer; documents are quoted')),
    onFault: (name, error) => log.error({ error, model: name }, 'the embedding model cannot be used'),
    onBroken({ id, version }, error) {
      log.error({ error, document: id, version }, 'a document cannot be read back')
      broken.set(`${id}@${version}`, `version ${version} of ${id} cannot be read back and answers nothing`)
    },
  })
  const nameThemes = createThemeNamer({
    now: () => clock.now(),
    callModel: openModelCaller('the language model named no themes; they keep the words of their comments'),
    verdictOf: (forceId, text) => assess(text, [], detectors.of(forceId)).verdict,
  })
  const broken = new Map<string, string>()
  const progress = createReadingProgress()

  const tellInbox = coalesce(inboxPause, (forceId) => {
    bus.publish(`inbox:${forceId}`)
    void Promise.all([forces.recount(forceId), desk.refresh(forceId)])
      .then(() => tending?.wake(forceId))
      .catch((error: unknown) => log.error({ error }, 'queues could not be counted'))
  })

  const services: Services = {
    db,
    bus,
    clock,
    log,
    types: overrides.types ?? { definitions, runtimes },
    flows: new Map(),
    desk,
    boards,
    vault,
    intentsFor: intents.of,
    learned,
    zoneOf: forces.zoneOf,
    limitsOf: forces.limitsOf,
    forceIds: forces.ids,
    settingsOf: forces.settingsOf,
    escalationsOf: (forceId) => (holds) =>
      forces
        .settingsOf(forceId)
        .flatMap(({ id, escalations }) =>
          escalations.filter((rule) => holds(rule, id)).map((rule) => ({ department: id, rule })),
        ),
    nodeServices: (forceId) => ({
      departments: () => forces.departments(forceId, clock.now(), desk.people(forceId)),
      fileName: () => undefined,
      understand: intents.of(forceId).understand,
      confirmationLink: () => newConfirmationLink(environment.publicUrl),
    }),
    assessFor: (forceId) => (text, earlier) => assess(text, earlier, detectors.of(forceId)),
    detectors,
    safetyWorker,
    trainingWorker,
    adviceWordsFor: forces.adviceWordsFor,
    announce({ contactId, forceId, inbox, effects: started }) {
      bus.publish(`contact:${contactId}`)
      if (started) effects?.wake()
      if (!inbox) return
      tellInbox(forceId)
    },
    perform,
    knowledge,
    nameThemes,
    provisional: createProvisionalAnswers(bus),
    reading: { progress, wake: () => reading?.wake() },
    faults: () => [
      ...detectors.faults(),
      ...[...new Set([...('fault' in model ? [model.fault] : []), ...embeddings.faults()])].map((message) => ({
        part: 'intents: model',
        message,
      })),
      ...[...broken.values()].map((message) => ({ part: 'documents', message })),
    ],
    reloadForces: forces.reload,
    async close() {
      await traffic?.stop()
      await figures?.stop()
      await tending?.stop()
      await post?.stop()
      await hooks?.stop()
      await lostCalls?.stop()
      await timers?.stop()
      await effects?.stop()
      await reading?.stop()
      await asking?.stop()
      await indexing?.stop()
      await downloads?.stop()
      await knowledge.close()
      await escalation?.stop()
      stopWatching()
      if (!overrides.safetyWorker) await safetyWorker.close()
      if (!overrides.trainingWorker) await trainingWorker.close()
      await db.close()
    },
  }
  if (overrides.workers !== false)
    void warmIntents(services).catch((error: unknown) => log.error({ error }, 'intents were not learned beforehand'))
  const effects = overrides.workers === false ? undefined : startEffectWorker(services)
  const reading = overrides.workers === false ? undefined : startReadingWorker(services, progress)
  const asking = overrides.workers === false ? undefined : startTestWorker(services)
  const indexing = overrides.workers === false ? undefined : startIndexWorker(services)
  const downloads = overrides.workers === false ? undefined : startDownloadWorker(services, ownModels)
  const escalation = overrides.workers === false ? undefined : startEscalationWorker(services)
  const figures = overrides.workers === false ? undefined : startFiguresWorker(services)
  const post = overrides.workers === false ? undefined : startMailWorker(services)
  const hooks = overrides.workers === false ? undefined : startWebhookWorker(services)
  const lostCalls = overrides.workers === false ? undefined : startLostCallsWorker(services)
  const timers = overrides.workers === false ? undefined : startTimerWorker(services)
  const traffic = overrides.workers === false ? undefined : startTrafficWorker(services)
  await endLostTrainings(services)
  const stopWatching = watchSettings(services, intents.renew, overrides.workers !== false)
  const tending = overrides.workers === false ? undefined : startDeskWorker(services)
  return services

  function openModelCaller(message: string) {
    return createModelCaller({
      now: () => clock.now(),
      findConnection: (forceId, id) => findConnection(db.read, vault, forceId, id),
      failed: (error) => log.warn({ error }, message),
    })
  }
}

/** How often lists are looked at in any case: a notice from another process may be lost. Milliseconds. */
const listsEvery = 2_000

/** Takes over what another process changed: at once when it says so, within seconds when that is lost. */
function watchSettings(
  { db, detectors, learned, reloadForces, log }: Services,
  renewIntents: () => Promise<void>,
  regularly: boolean,
): () => void {
  const failed = (error: unknown) => log.error({ error }, 'changed settings could not be read')
  db.onNotify((topic) => {
    if (topic.startsWith('settings:'))
      void Promise.all([reloadForces(), detectors.reloadIfChanged(), learned.reload()]).catch(failed)
    if (topic.startsWith('knowledge:')) void renewIntents().catch(failed)
  })
  if (!regularly) return () => {}
  const look = () => Promise.all([detectors.reloadIfChanged(), renewIntents()]).catch(failed)
  const timer = setInterval(() => void look(), listsEvery).unref()
  return () => clearInterval(timer)
}
