import { safetyRoutes } from '../../schema/api/safety.ts'
import { listUnanswered } from '../alerts/list-unanswered.ts'
import { readSafetySettings, saveSafetySettings } from '../alerts/safety-settings.ts'
import { checkChange } from '../safety/force/check-change.ts'
import { countExamples } from '../safety/force/examples.ts'
import { readLearning } from '../safety/force/learning.ts'
import { lookBack } from '../safety/force/look-back.ts'
import { listAssessments, markTurn, unmarkTurn } from '../safety/force/mark-turn.ts'
import { addPhrase, listPhrases, removePhrase, tryMessages } from '../safety/force/phrases.ts'
import { startTraining, useTraining } from '../safety/force/train.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** What staff see and set of the detector and its alerts. */
export function mountSafetyRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, safetyRoutes.state, async ({ principal }) => ({
    faults: services.faults(principal.forceId),
    unanswered: await listUnanswered(services, principal),
  }))
  mount(server, safetyRoutes.settings, ({ principal }) => readSafetySettings(services.db.read, principal.forceId))
  mount(server, safetyRoutes.saveSettings, ({ principal, body }) => saveSafetySettings(services, principal, body))

  mount(server, safetyRoutes.phrases, async ({ principal }) => ({
    phrases: await listPhrases(services, principal),
    labelled: await countExamples(services.db.read, principal.forceId),
  }))
  mount(server, safetyRoutes.addPhrase, ({ principal, body }) => addPhrase(services, principal, body))
  mount(server, safetyRoutes.removePhrase, ({ principal, params, body }) =>
    removePhrase(services, principal, params.id, body.reason),
  )
  mount(server, safetyRoutes.tryMessages, async ({ principal, body }) => ({
    tried: await tryMessages(services, principal, body.messages, body.change),
  }))
  mount(server, safetyRoutes.check, ({ principal, body }) => checkChange(services, principal, body.change))
  mount(server, safetyRoutes.lookBack, ({ principal, body }) =>
    lookBack(services, principal, body.change, body.contacts),
  )

  mount(server, safetyRoutes.assessments, async ({ principal, params }) => ({
    assessments: await listAssessments(services, principal, params.id),
  }))
  mount(server, safetyRoutes.mark, ({ principal, params, body }) =>
    markTurn(services, principal, params.id, Number(params.turn), body),
  )
  mount(server, safetyRoutes.unmark, async ({ principal, params }) => {
    await unmarkTurn(services, principal, params.id, Number(params.turn))
    return undefined
  })
  mount(server, safetyRoutes.learning, ({ principal }) => readLearning(services, principal))
  mount(server, safetyRoutes.train, ({ principal }) => startTraining(services, principal))
  mount(server, safetyRoutes.useTraining, ({ principal, body }) =>
    useTraining(services, principal, body.version, body.reason),
  )
}
