import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Membership } from '../../schema/department.ts'
import type { Principal } from '../accounts/principal.ts'
import { createTestServices, type TestServices } from '../testing/create-test-services.ts'
import { seenBy, sees } from './rights.ts'

let test: TestServices
beforeAll(async () => {
  test = await createTestServices()
})
afterAll(() => test.close())

const departments = ['control-room', 'crime-desk', 'safeguarding']
const people = ['usr_me', 'usr_other']
const contact = fc.record({
  status: fc.constantFrom('automated' as const, 'waiting' as const, 'with-operator' as const, 'closed' as const),
  department: fc.option(fc.constantFrom(...departments)),
  verdict: fc.constantFrom('none' as const, 'safeguarding' as const, 'emergency' as const),
  owner: fc.option(fc.constantFrom(...people)),
})
const memberships: fc.Arbitrary<Membership[]> = fc.uniqueArray(
  fc.record({
    department: fc.constantFrom(...departments),
    role: fc.constantFrom('operator' as const, 'supervisor' as const),
    limit: fc.constant(null),
  }),
  { selector: ({ department }) => department },
)

it('shows nobody a contact of a department that is not theirs, unless they have it or somebody is in danger now', () => {
  fc.assert(
    fc.property(contact, memberships, ({ owner, ...one }, places) => {
      const own = owner === 'usr_me'
      const danger = one.verdict === 'emergency' && one.status !== 'closed'
      const theirs = places.some(({ department }) => department === one.department)
      const shown = sees({ userId: 'usr_me', memberships: places }, { ...one, owner: owner ? { id: owner } : null })
      if (one.department !== null) expect(shown).toBe(own || danger || theirs)
      else if (shown && !own && !danger) expect(places.some(({ role }) => role === 'supervisor')).toBe(true)
    }),
  )
})

it('says the same of one contact and in a query', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(contact, { minLength: 1, maxLength: 8 }), memberships, async (contacts, places) => {
      const me: Principal = { userId: 'usr_me', forceId: 'frc', name: 'Me', roles: ['operator'], memberships: places }
      await test.services.db.write(async (tx) => {
        await tx.run('DELETE FROM contacts')
        for (const [index, { status, department, verdict, owner }] of contacts.entries())
          await tx.run(
            `INSERT INTO contacts (id, force_id, site_id, number, token_hash, flow_id, flow_version, version, seq, state,
               status, locale, verdict, department, owner_id, priority, last_words, created_at, updated_at)
             VALUES (?, 'frc', 's', ?, '', 'f', 1, 0, 0, '{}', ?, 'en-GB', ?, ?, ?, 3, '', 0, 0)`,
            [`c${index}`, index, status, verdict, department, owner],
          )
      })
      const { sql, params } = seenBy(me)
      const found = await test.services.db.read.all<{ id: string }>(
        `SELECT c.id FROM contacts c WHERE ${sql} ORDER BY c.id`,
        params,
      )
      const expected = contacts.flatMap(({ owner, ...one }, index) =>
        sees(me, { ...one, owner: owner ? { id: owner } : null }) ? [`c${index}`] : [],
      )
      expect(found.map(({ id }) => id)).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})
