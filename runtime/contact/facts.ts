import type { DepartmentState, NodeServices } from '../../nodes/kit/node-runtime.ts'
import type { IntentMatch } from '../../schema/known-intent.ts'
import type { FiredRule, World } from './node-context.ts'

/** What the nodes of one turn asked of the world. Kept with the turn, so that computing it again gives the same. */
export interface Facts {
  departments?: readonly DepartmentState[]
  files?: Record<string, string>
  understood?: Record<string, IntentMatch>
  /** Of pages of confirmations, in the order in which they were asked for. */
  links?: readonly string[]
  /** In the place of `links` in journals from before a turn could have several. */
  link?: string
  fired?: readonly FiredRule[]
}

/** `services` that remember what they were asked. */
export function recordFacts(
  services: NodeServices,
  escalations: World['escalations'] = () => [],
): { services: NodeServices; escalations: NonNullable<World['escalations']>; facts(): Facts | undefined } {
  let facts: Facts | undefined
  return {
    facts: () => facts,
    escalations(holds) {
      const fired = escalations(holds)
      if (fired.length > 0) facts = { ...facts, fired }
      return fired
    },
    services: {
      departments() {
        const departments = facts?.departments ?? services.departments()
        facts = { ...facts, departments }
        return departments
      },
      fileName(id) {
        const name = services.fileName(id)
        if (name !== undefined) facts = { ...facts, files: { ...facts?.files, [id]: name } }
        return name
      },
      confirmationLink() {
        const link = services.confirmationLink?.()
        if (link !== undefined) facts = { ...facts, links: [...(facts?.links ?? []), link] }
        return link
      },
      understand(intents, text, among) {
        const match = services.understand(intents, text, among)
        if (match !== undefined) facts = { ...facts, understood: { ...facts?.understood, [text]: match } }
        return match
      },
    },
  }
}

/** Services that answer what was recorded. */
export function replayFacts(facts: Facts | undefined): NodeServices {
  const links = facts?.links?.values()
  return {
    departments: () => facts?.departments ?? [],
    fileName: (id) => facts?.files?.[id],
    understand: (_, text) => facts?.understood?.[text],
    confirmationLink: () => facts?.link ?? links?.next().value,
  }
}
