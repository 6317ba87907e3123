import { afterAll, beforeAll, expect, it } from 'vitest'
import { contacts } from '../db/tables/contacts.ts'
import { alerts } from '../db/tables/safety.ts'
import { createTestServices, type TestServices } from '../testing/create-test-services.ts'
import { readFigures } from './read-figures.ts'
import { sumUpAnswers } from './sum-up-answers.ts'

let test: TestServices
beforeAll(async () => {
  test = await createTestServices()
})
afterAll(() => test.close())

it('counts an alert once, where its contact is now, when the contact goes to another department', async () => {
  const { db } = test.services
  const day = '2026-11-20'
  const at = Date.parse(`${day}T12:00:00Z`)
  const sumUp = (department: string) =>
    db.write(async (tx) => {
      await tx.run('UPDATE contacts SET department = ?', [department])
      await sumUpAnswers(tx, 'frc', day, 'Europe/London')
    })
  await db.write(async (tx) => {
    await tx.orm.insert(contacts).values({
      ...{ id: 'ctc_1', forceId: 'frc', siteId: 'site', number: 1, tokenHash: '', flowId: 'flow', flowVersion: 1 },
      ...{ version: 1, seq: 1, state: '{}', status: 'open', locale: 'en-GB', verdict: 'emergency', priority: 0 },
      ...{ lastWords: '', createdAt: at, updatedAt: at },
    })
    await tx.orm.insert(alerts).values({
      ...{ id: 'alr_1', forceId: 'frc', contactId: 'ctc_1', number: 1, verdict: 'emergency', words: '' },
      ...{ assessment: '{}', raisedAt: at },
    })
  })
  await sumUp('control-room')
  await sumUp('crime-desk')
  const count = (department?: string) => readFigures(db.read, 'frc', { from: day, to: day, department }, undefined)
  expect((await count()).emergencies).toBe(1)
  expect((await count('control-room')).emergencies).toBe(0)
  expect((await count('crime-desk')).emergencies).toBe(1)
})
