import { createMemoryHistory } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { entryRoutes } from '../../schema/api/account.ts'
import { adminRoutes } from '../../schema/api/admin.ts'
import { callBacksRoutes } from '../../schema/api/call-backs.ts'
import { colleaguesRoutes } from '../../schema/api/colleagues.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { membersRoutes } from '../../schema/api/members.ts'
import { repliesRoutes } from '../../schema/api/replies.ts'
import { safetyRoutes } from '../../schema/api/safety.ts'
import { tasksRoutes } from '../../schema/api/tasks.ts'
import { tourRoutes } from '../../schema/api/tour.ts'
import { usageRoutes } from '../../schema/api/usage.ts'
import { warningsRoutes } from '../../schema/api/warnings.ts'
import { noLimits } from '../../schema/limits.ts'
import { App, startApp } from '../app.tsx'
import { answer, type FakeAnswer, startFakeApi } from './fake-api.ts'
import { colleagues, departments, session } from './samples.ts'

/** What every page asks for. */
const usual: FakeAnswer[] = [
  answer(adminRoutes.session, session),
  answer(adminRoutes.departments, { departments }),
  answer(membersRoutes.list, { members: [] }),
  answer(entryRoutes.ways, { force: 'Northmoor Police', provider: null, mail: true }),
  answer(inboxRoutes.contacts, { contacts: [], alerts: [] }),
  answer(colleaguesRoutes.colleagues, { colleagues }),
  answer(warningsRoutes.list, { unowned: 0, warnings: [] }),
  answer(repliesRoutes.suggestions, { suggestions: [] }),
  answer(callBacksRoutes.list, { callBacks: [] }),
  answer(tasksRoutes.list, { tasks: [] }),
  answer(tourRoutes.get, { state: 'done', step: 0 }),
  answer(safetyRoutes.state, { faults: [], unanswered: [] }),
  answer(usageRoutes.get, { limits: noLimits, used: { contacts: 0, turns: 0, seats: 1 }, months: [] }),
]

/** The whole staff app on one address, with a pretended server behind it. The first answer for a route counts. */
export function FakeApp({ at, answers = [] }: { at: string; answers?: readonly FakeAnswer[] }) {
  const [app] = useState(() => {
    const stop = startFakeApi([...answers, ...usual])
    const history = createMemoryHistory({ initialEntries: [at] })
    return { stop, ...startApp({ history, retries: 0 }) }
  })
  useEffect(() => app.stop, [app])
  return <App queries={app.queries} router={app.router} />
}
