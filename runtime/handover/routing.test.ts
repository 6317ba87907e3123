import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Department, overflowReasons, usualDepartment } from '../../schema/department.ts'
import type { Principal } from '../accounts/principal.ts'
import { startContact } from '../contact/start-contact.ts'
import { takeTurn } from '../contact/take-turn.ts'
import { fireDue } from '../contact/timer-worker.ts'
import { listContacts } from '../inbox/list-contacts.ts'
import { insertDepartments } from '../routing/departments.ts'
import { insertMembership } from '../routing/members.ts'
import { createTestServices } from '../testing/create-test-services.ts'
import { publishFlow } from '../testing/publish-flow.ts'
import { toFlow } from '../testing/sample-flows.ts'
import { choosePresence } from './choose-presence.ts'
import { tendQueues } from './tend-queues.ts'
import { watchDesk } from './watch-desk.ts'

const ids = ['control-room', 'crime-desk', 'safeguarding']
const closed = Array.from({ length: 7 }, () => [])
const department = (id: string): fc.Arbitrary<Department> =>
  fc
    .record({
      hours: fc.constantFrom(null, closed),
      capacity: fc.constantFrom(null, 1, 3),
      priority: fc.integer({ min: 1, max: 5 }),
      assignment: fc.constantFrom('by-hand' as const, 'automatic' as const),
      overflow: fc.option(
        fc.record({
          to: fc.constantFrom(...ids.filter((other) => other !== id)),
          when: fc.uniqueArray(fc.constantFrom(...overflowReasons), { minLength: 1 }),
          afterMinutes: fc.integer({ min: 1, max: 3 }),
        }),
      ),
    })
    .map((parts) => ({ ...usualDepartment, id, name: id, ...parts }))
const force = fc.tuple(...ids.map(department))
const person = fc.record({
  works: fc.subarray(ids, { minLength: 1 }),
  state: fc.constantFrom('available' as const, 'busy' as const, 'away' as const),
})
const visitor = fc.record({
  wants: fc.constantFrom(...ids),
  says: fc.constantFrom(
    'hello',
    'he has a knife and he is in my house now, help me',
    'my partner checks my phone, takes all my money and I am afraid of him',
  ),
  after: fc.integer({ min: 0, max: 90 }),
})

/** Asks for the department by its name, routes there, and hands over. */
const asks = toFlow(
  [
    ['start', 'start'],
    ['ask', 'question', { kind: 'text', question: 'Which team?', variable: 'team' }],
    [
      'route',
      'route',
      { rules: ids.map((id) => ({ id, when: `team == "${id}"`, department: id })), whenClosed: 'first' },
    ],
    ['team', 'handover', {}],
    ['end', 'end', {}],
    ['nobody', 'end', {}],
  ],
  [
    'start.next > ask',
    'ask.answered > route',
    'ask.gave-up > end',
    ...ids.map((id) => `route.${id} > team`),
    'route.else > team',
    'team.resolved > end',
    'team.returned > end',
    'team.unavailable > nobody',
  ],
  { variables: [{ name: 'team', type: 'text' }] },
)

it('whatever the load and the hours: an emergency is first, nobody waits for ever, no department sees another’s', async () => {
  await fc.assert(
    fc.asyncProperty(
      force,
      fc.array(person, { maxLength: 4 }),
      fc.array(visitor, { minLength: 1, maxLength: 10 }),
      async (departments, people, visitors) => {
        const test = await createTestServices()
        const { services, clock } = test
        const origin = await publishFlow(services, asks)
        const { forceId } = origin
        await services.db.write((tx) => insertDepartments(tx, forceId, departments))
        await services.reloadForces()
        const staff: Principal[] = []
        for (const [index, { works, state }] of people.entries()) {
          const userId = `usr_${index}`
          const memberships = works.map((id) => ({ department: id, role: 'operator' as const, limit: null }))
          await services.db.write(async (tx) => {
            await tx.run(
              `INSERT INTO users (id, force_id, email, name, password_hash, roles, created_at) VALUES (?, ?, ?, ?, '-', '["operator"]', 0)`,
              [userId, forceId, userId, userId],
            )
            for (const membership of memberships) await insertMembership(tx, forceId, userId, membership)
          })
          const principal: Principal = { userId, forceId, name: userId, roles: ['operator'], memberships }
          staff.push(principal)
          services.desk.arrive(principal)
          await choosePresence(services, principal, { state })
        }
        const tend = async () => {
          await fireDue(services)
          await services.reloadForces()
          await tendQueues(services, forceId, 0)
        }
        const contacts: string[] = []
        for (const { wants, says, after } of visitors) {
          const { id } = await startContact(services, origin)
          contacts.push(id)
          for (const text of [wants, says]) {
            await services.reloadForces()
            await takeTurn(services, id, { kind: 'visitor', input: { kind: 'text', text } }, randomUUID())
          }
          clock.forward(after * 1_000)
          await tend()
          await expectSeen()
        }
        // Nobody answers from here on: every stage of waiting comes, and its end, also where a team passed a contact on
        // first and the wait began anew.
        for (let step = 0; step < 60; step++) {
          clock.forward(15_000)
          await tend()
        }
        await expectSeen()
        const waiting = await services.db.read.all<{ verdict: string; queued_at: number }>(
          `SELECT verdict, queued_at FROM contacts WHERE status = 'waiting'`,
        )
        for (const { verdict } of waiting) expect(verdict).toBe('emergency')
        await watchDesk(services, forceId)
        const unowned = await services.db.read.all(`SELECT id FROM desk_warnings WHERE kind = 'unowned'`)
        expect(unowned).toEqual([])
        await test.close()

        async function expectSeen() {
          for (const principal of staff) {
            const list = (await listContacts(services, principal, 'open')).contacts
            const first = list.findIndex(({ priority }) => priority !== 'emergency')
            if (first >= 0) expect(list.slice(first).every(({ priority }) => priority !== 'emergency')).toBe(true)
            for (const one of list) {
              const theirs = principal.memberships.some((place) => place.department === one.department)
              expect(theirs || one.owner?.id === principal.userId || one.verdict === 'emergency').toBe(true)
            }
          }
          const open = await services.db.read.all<{ id: string }>(
            `SELECT id FROM contacts WHERE verdict = 'emergency' AND status <> 'closed'`,
          )
          for (const principal of staff) {
            const seen = new Set((await listContacts(services, principal, 'open')).contacts.map(({ id }) => id))
            for (const { id } of open) expect(seen.has(id)).toBe(true)
          }
        }
      },
    ),
    { numRuns: 12 },
  )
}, 240_000)
