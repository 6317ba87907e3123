import type { Principal } from '../../runtime/accounts/principal.ts'
import type { ContactOrigin } from '../../runtime/contact/start-contact.ts'
import { getDraft } from '../../runtime/flows/get-draft.ts'
import { publishFlow } from '../../runtime/flows/publish-flow.ts'
import { saveDraft } from '../../runtime/flows/save-draft.ts'
import { warmIntents } from '../../runtime/intent/warm-intents.ts'
import type { DemoServices } from './in-one-transaction.ts'
import type { Script } from './timeline.ts'

const question = {
  'en-GB': 'Did this help you? Two questions, and you can add a few words.',
  'cy-GB': 'A wnaeth hyn eich helpu? Dau gwestiwn, a gallwch ychwanegu ychydig eiriau.',
}

/** The designer words the survey anew and publishes: from then on there are two versions to compare. */
export async function* publishSecondVersion(
  services: DemoServices,
  designer: Principal,
  origin: ContactOrigin,
): Script {
  const { revision, flow } = await getDraft(services, designer, origin.flowId)
  const nodes = flow.nodes.map((node) =>
    node.type === 'survey' ? { ...node, data: { ...node.data, question } } : node,
  )
  const saved = await saveDraft(services, designer, origin.flowId, revision, { ...flow, nodes })
  const reason = 'The survey says how long it is'
  const { version } = await publishFlow(services, designer, origin.flowId, saved.revision, reason)
  await warmIntents(services)
  origin.flowVersion = version
}
