import type { ContactFacts } from '../../schema/expression.ts'
import type { Variable } from '../../schema/flow.ts'
import type { IntentMatch } from '../../schema/known-intent.ts'
import type { Value } from '../../schema/values.ts'
import type { DepartmentState, NodeContext } from './node-runtime.ts'
import { withValues } from './with-values.ts'

/** What a test says about the world of a node; everything else is the ordinary case. */
export interface TestWorld {
  /** ISO instant. */
  now?: string
  locale?: string
  variables?: readonly Variable[]
  values?: Readonly<Record<string, Value>>
  contact?: Partial<ContactFacts>
  departments?: readonly DepartmentState[]
  /** Names of files that the visitor sent, by id. */
  files?: Readonly<Record<string, string>>
  /** What the server understands by these words; by others, nothing. */
  understood?: Readonly<Record<string, IntentMatch>>
  lastWords?: string
  memory?: unknown
}

/** A Saturday morning in November 2026, on UK winter time: no change of clocks is near. */
export const testNow = '2026-11-21T10:00:00Z'

/** A context as the engine gives it, for tests of nodes. */
export function testContext(world: TestWorld = {}): NodeContext {
  const {
    now = testNow,
    locale = 'en-GB',
    variables = [],
    values = {},
    files = {},
    departments = [],
    understood = {},
  } = world
  const contact: ContactFacts = {
    number: '1042',
    locale,
    intent: '',
    verdict: 'none',
    department: '',
    turns: 1,
    now: now.slice(0, 16),
    ...world.contact,
  }
  const context: NodeContext = {
    node: 'node',
    now,
    zone: 'Europe/London',
    locale,
    locales: ['en-GB', 'cy-GB'],
    variables,
    scope: { values, contact },
    memory: world.memory,
    services: {
      departments: () => departments,
      fileName: (id) => (Object.hasOwn(files, id) ? files[id] : undefined),
      understand: (_, text) => (Object.hasOwn(understood, text) ? understood[text] : undefined),
    },
    ...(world.lastWords === undefined ? {} : { lastWords: world.lastWords }),
    text: () => '',
    evaluate: () => null,
  }
  return withValues(context, {})
}
