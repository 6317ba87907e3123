import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Department } from '../../schema/department.ts'
import { usualDepartment } from '../../schema/department.ts'
import type { Event } from '../../schema/event.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Cause } from '../contact/cause.ts'
import { type ContactOrigin, startContact } from '../contact/start-contact.ts'
import { readEvents, takeTurn } from '../contact/take-turn.ts'
import { fireDue } from '../contact/timer-worker.ts'
import { actOnContact } from '../inbox/act-on-contact.ts'
import { getContact } from '../inbox/get-contact.ts'
import { watchContact } from '../inbox/watch-contact.ts'
import { insertDepartments } from '../routing/departments.ts'
import { insertMembership } from '../routing/members.ts'
import type { TestServices } from '../testing/create-test-services.ts'
import { publishFlow } from '../testing/publish-flow.ts'
import { threeQuestions, toFlow } from '../testing/sample-flows.ts'
import { choosePresence } from './choose-presence.ts'
import { tendQueues } from './tend-queues.ts'
import { watchDesk } from './watch-desk.ts'

const second = 1_000

/** Asks what it is about, and waits for a person. */
const toPerson = toFlow(
  [
    ['start', 'start'],
    ['what', 'question', { kind: 'text', question: 'What is it about?' }],
    ['person', 'handover'],
    ['end', 'end'],
  ],
  [
    'start.next > what',
    'what.answered > person',
    'what.gave-up > end',
    'person.resolved > end',
    'person.returned > end',
    'person.unavailable > end',
  ],
)

/** A force with two departments, and whoever works there. */
async function openForce(test: TestServices, departments: Partial<Department>[] = [{}, {}], flow = threeQuestions) {
  const origin = await publishFlow(test.services, flow)
  const ids = ['control-room', 'crime-desk']
  await test.services.db.write((tx) =>
    insertDepartments(
      tx,
      origin.forceId,
      ids.map((id, index) => ({ ...usualDepartment, id, name: id, ...departments[index] })),
    ),
  )
  await test.services.reloadForces()
  return origin
}

async function addColleague(
  { services }: TestServices,
  { forceId }: ContactOrigin,
  name: string,
  departments = ['control-room'],
  role: 'operator' | 'supervisor' = 'operator',
): Promise<Principal> {
  const userId = `usr_${name}`
  const memberships = departments.map((department) => ({ department, role, limit: null }))
  await services.db.write(async (tx) => {
    await tx.run(
      `INSERT INTO users (id, force_id, email, name, password_hash, roles, created_at) VALUES (?, ?, ?, ?, '-', ?, 0)`,
      [userId, forceId, `${name}@northmoor.police.example`, name, JSON.stringify([role])],
    )
    for (const membership of memberships) await insertMembership(tx, forceId, userId, membership)
  })
  return { userId, forceId, name, roles: [role], memberships }
}

const person: Cause = { kind: 'visitor', input: { kind: 'person' } }
const say = (text: string): Cause => ({ kind: 'visitor', input: { kind: 'text', text } })

async function wait(test: TestServices, origin: ContactOrigin, cause = person): Promise<string> {
  const { id } = await startContact(test.services, origin)
  await takeTurn(test.services, id, cause, randomUUID())
  return id
}

async function standing({ services }: TestServices, id: string) {
  const [row] = await services.db.read.all<{ status: string; owner_id: string | null; department: string | null }>(
    'SELECT status, owner_id, department FROM contacts WHERE id = ?',
    [id],
  )
  return { status: row?.status, owner: row?.owner_id ?? null, department: row?.department ?? null }
}

/** What supervisors are warned of in a contact. */
async function warningsOf({ services }: TestServices, id: string): Promise<string[]> {
  const rows = await services.db.read.all<{ kind: string }>(
    'SELECT kind FROM desk_warnings WHERE contact_id = ? AND cleared_at IS NULL',
    [id],
  )
  return rows.map(({ kind }) => kind)
}

const told = (events: readonly Event[]) =>
  events.flatMap((event) => (event.type === 'message' && event.from !== 'visitor' ? [event.text] : []))

/** What handing over promises, whichever database it runs on. */
export function describeHandover(open: () => Promise<TestServices>): void {
  it('gives each of 200 contacts to exactly one of 50 people who all reach for them at once (DUR-05)', async () => {
    const test = await open()
    const origin = await openForce(test)
    const people = await Promise.all(Array.from({ length: 50 }, (_, index) => addColleague(test, origin, `p${index}`)))
    const ids = await Promise.all(Array.from({ length: 200 }, () => wait(test, origin)))
    const began = performance.now()
    const answers = await Promise.all(
      ids.flatMap((id, index) =>
        [0, 17, 31].map(async (step) => {
          const principal = people[(index + step) % people.length]
          if (!principal) throw new Error('There is nobody.')
          const answer = await actOnContact(test.services, principal, id, { does: 'join' }).then(
            () => 'got it',
            (error: Error) => error.message,
          )
          return { id, principal, answer, after: performance.now() - began }
        }),
      ),
    )
    const winners = answers.filter(({ answer }) => answer === 'got it')
    expect(winners).toHaveLength(200)
    expect(new Set(winners.map(({ id }) => id)).size).toBe(200)
    expect(new Set(answers.filter(({ answer }) => answer !== 'got it').map(({ answer }) => answer))).toEqual(
      new Set(['Somebody else has this contact.']),
    )
    for (const { id, principal } of winners) expect((await standing(test, id)).owner).toBe(principal.userId)

    // Whoever has a contact transfers it in the instant in which the visitor leaves: it ends in one place, whole.
    await Promise.all(
      winners
        .slice(0, 40)
        .flatMap(({ id, principal }) => [
          actOnContact(test.services, principal, id, { does: 'transfer', department: 'crime-desk' }).catch(() => {}),
          takeTurn(test.services, id, { kind: 'ended' }, randomUUID()),
        ]),
    )
    for (const { id } of winners.slice(0, 40)) {
      expect(await standing(test, id)).toMatchObject({ status: 'closed', owner: null })
      const events = await readEvents(test.services.db.read, id, 0)
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    }
    await test.close()
  })

  it('says at once that nobody is there, again after one minute and two, warns supervisors after one, and ends after five (F14)', async () => {
    const test = await open()
    const origin = await openForce(test, [{}, {}], toPerson)
    const id = await wait(test, origin, say('my bicycle'))
    const happened: Record<string, number> = {}
    for (let waited = 0; waited <= 302; waited++) {
      await fireDue(test.services)
      await watchDesk(test.services, origin.forceId)
      const events = await readEvents(test.services.db.read, id, 0)
      const words = told(events).join()
      for (const [what, is] of [
        ['nobody', words.includes('Nobody is free just now')],
        ['reassured', words.includes('still in the queue')],
        ['warned', (await warningsOf(test, id)).includes('nobody-there')],
        ['offered', words.includes('You can keep waiting, or call [101]')],
        ['ended', words.includes('Nobody could join you') && events.at(-1)?.type === 'closed'],
      ] as const)
        if (is) happened[what] ??= waited
      test.clock.forward(second)
    }
    expect(happened).toEqual({ nobody: 0, reassured: 60, warned: 60, offered: 120, ended: 300 })
    await test.close()
  })

  it('says that a team is closed before anybody waits for it, and hears of danger all the same (F15)', async () => {
    const test = await open()
    const closed = Array.from({ length: 7 }, () => [])
    const origin = await openForce(test, [{ hours: closed }, {}], toPerson)
    const id = await wait(test, origin, say('my bicycle'))
    const events = await readEvents(test.services.db.read, id, 0)
    expect(told(events)[1]).toContain('This team is closed now. You can call [101]')
    expect(events.some(({ type }) => type === 'queue')).toBe(false)
    expect(await standing(test, id)).toMatchObject({ status: 'closed' })
    await takeTurn(test.services, id, say('He is outside my door with a knife'), randomUUID())
    expect(await standing(test, id)).toMatchObject({ status: 'waiting' })
    await test.close()
  })

  it('is closed on a bank holiday where a department keeps them, and open on the day after (F15)', async () => {
    const test = await open()
    const everyDay = Array.from({ length: 7 }, () => [{ opens: '09:00', closes: '17:00' }])
    const origin = await openForce(test, [{ hours: everyDay, bankHolidays: 'england-and-wales' }, { hours: everyDay }])
    const openAt = (time: string) => {
      test.clock.forward(Date.parse(time) - test.clock.now())
      return test.services
        .nodeServices(origin.forceId)
        .departments()
        .map((department) => department.open)
    }
    expect(openAt('2026-12-24T12:00:00Z')).toEqual([true, true])
    expect(openAt('2026-12-25T12:00:00Z')).toEqual([false, true])
    expect(openAt('2026-12-28T12:00:00Z')).toEqual([false, true])
    expect(openAt('2026-12-29T12:00:00Z')).toEqual([true, true])
    await test.close()
  })

  it('takes a contact back to the head of its queue when nobody has heard the owner’s browser for 30 seconds (F16)', async () => {
    const test = await open()
    const origin = await openForce(test)
    const sam = await addColleague(test, origin, 'sam')
    const leave = test.services.desk.arrive(sam)
    const id = await wait(test, origin)
    await actOnContact(test.services, sam, id, { does: 'join' })
    const other = await wait(test, origin)
    const tend = () => tendQueues(test.services, origin.forceId, 0)
    test.clock.forward(60 * second)
    await tend()
    expect(await standing(test, id)).toMatchObject({ owner: 'usr_sam' })
    leave()
    await new Promise((resolve) => setTimeout(resolve, 100))
    test.clock.forward(29 * second)
    await tend()
    expect(await standing(test, id)).toMatchObject({ owner: 'usr_sam' })
    test.clock.forward(2 * second)
    await tend()
    expect(await standing(test, id)).toMatchObject({ status: 'waiting', owner: null })
    const events = await readEvents(test.services.db.read, id, 0)
    expect(told(events).at(-1)).toContain('passing you to another colleague')
    expect(events.at(-1)).toMatchObject({ type: 'queue', position: 1 })
    expect(await standing(test, other)).toMatchObject({ status: 'waiting' })
    await test.close()
  })

  it('leaves contacts where they are when it was the server that was away', async () => {
    const test = await open()
    const origin = await openForce(test)
    const sam = await addColleague(test, origin, 'sam')
    const id = await wait(test, origin)
    await actOnContact(test.services, sam, id, { does: 'join' })
    test.clock.forward(600 * second)
    const startedAt = test.clock.now()
    await tendQueues(test.services, origin.forceId, startedAt)
    expect(await standing(test, id)).toMatchObject({ owner: 'usr_sam' })
    test.clock.forward(31 * second)
    await tendQueues(test.services, origin.forceId, startedAt)
    expect(await standing(test, id)).toMatchObject({ status: 'waiting' })
    await test.close()
  })

  it('tells the visitor what else they can do when the owner says nothing for two minutes, once (F17)', async () => {
    const test = await open()
    const origin = await openForce(test)
    const sam = await addColleague(test, origin, 'sam')
    const id = await wait(test, origin)
    await actOnContact(test.services, sam, id, { does: 'join' })
    const notices = async () =>
      told(await readEvents(test.services.db.read, id, 0)).filter((text) => text.includes('nobody has answered you'))
    test.clock.forward(119 * second)
    await fireDue(test.services)
    expect(await notices()).toHaveLength(0)
    await takeTurn(test.services, id, say('hello?'), randomUUID())
    test.clock.forward(2 * second)
    const services = await test.restart()
    await fireDue(services)
    expect(await notices()).toHaveLength(1)
    await watchDesk(services, origin.forceId)
    expect(await warningsOf(test, id)).toEqual(['silent'])
    test.clock.forward(300 * second)
    await fireDue(services)
    expect(await notices()).toHaveLength(1)

    await actOnContact(services, sam, id, { does: 'say', text: 'Here I am.' })
    await watchDesk(services, origin.forceId)
    expect(await warningsOf(test, id)).toEqual([])
    test.clock.forward(300 * second)
    await fireDue(services)
    expect(await notices()).toHaveLength(1)
    await takeTurn(services, id, say('thank you'), randomUUID())
    test.clock.forward(121 * second)
    await fireDue(services)
    expect(await notices()).toHaveLength(2)
    await test.close()
  })

  it('passes a contact to another department with a note, first in its queue, and to a person who is there', async () => {
    const test = await open()
    const origin = await openForce(test)
    const sam = await addColleague(test, origin, 'sam')
    const ali = await addColleague(test, origin, 'ali', ['crime-desk'])
    const id = await wait(test, origin)
    await actOnContact(test.services, sam, id, { does: 'join' })
    await actOnContact(test.services, sam, id, { does: 'transfer', department: 'crime-desk', note: 'A stolen bicycle' })
    expect(await standing(test, id)).toEqual({ status: 'waiting', owner: null, department: 'crime-desk' })
    await expect(actOnContact(test.services, sam, id, { does: 'join' })).rejects.toThrow('There is no such contact.')
    await actOnContact(test.services, ali, id, { does: 'join' })
    const notes = await test.services.db.read.all<{ text: string }>('SELECT text FROM notes WHERE contact_id = ?', [id])
    expect(notes.map(({ text }) => text)).toEqual(['A stolen bicycle'])

    const eve = await addColleague(test, origin, 'eve', ['crime-desk'])
    await test.services.desk.refresh(origin.forceId)
    await expect(actOnContact(test.services, ali, id, { does: 'assign', person: eve.userId })).rejects.toThrow(
      'eve is not there now',
    )
    await choosePresence(test.services, eve, { state: 'available' })
    await actOnContact(test.services, ali, id, { does: 'assign', person: eve.userId })
    expect(await standing(test, id)).toMatchObject({ owner: eve.userId })
    const events = await readEvents(test.services.db.read, id, 0)
    expect(events.filter(({ type }) => type === 'operator').map((event) => Object(event).state)).toEqual([
      'joined',
      'left',
      'joined',
      'left',
      'joined',
    ])
    await test.close()
  })

  it('lets a supervisor take over what a colleague has, and nobody else', async () => {
    const test = await open()
    const origin = await openForce(test)
    const sam = await addColleague(test, origin, 'sam')
    const ali = await addColleague(test, origin, 'ali')
    const kim = await addColleague(test, origin, 'kim', ['control-room'], 'supervisor')
    await test.services.desk.refresh(origin.forceId)
    const id = await wait(test, origin)
    await actOnContact(test.services, sam, id, { does: 'join' })
    await expect(actOnContact(test.services, ali, id, { does: 'assign', person: ali.userId })).rejects.toThrow(
      'Pick this contact up first',
    )
    await actOnContact(test.services, kim, id, { does: 'assign', person: kim.userId })
    expect(await standing(test, id)).toMatchObject({ owner: kim.userId })
    await expect(actOnContact(test.services, sam, id, { does: 'say', text: 'Me' })).rejects.toThrow('Pick this contact')
    await test.close()
  })

  it('says that a supervisor watches only while they do: not of one who took over, who is gone, or when it is over', async () => {
    const test = await open()
    const origin = await openForce(test)
    const sam = await addColleague(test, origin, 'sam')
    const kim = await addColleague(test, origin, 'kim', ['control-room'], 'supervisor')
    const lee = await addColleague(test, origin, 'lee', ['control-room'], 'supervisor')
    const leaves = [sam, kim, lee].map((one) => test.services.desk.arrive(one))
    const id = await wait(test, origin)
    await actOnContact(test.services, sam, id, { does: 'join' })
    const watching = async () => (await getContact(test.services, sam, id)).watchers.map(({ name }) => name).sort()
    await watchContact(test.services, kim, id, true)
    await watchContact(test.services, lee, id, true)
    expect(await watching()).toEqual(['kim', 'lee'])

    // Kim takes over and gives it back: she has looked over nobody's shoulder since.
    await actOnContact(test.services, kim, id, { does: 'assign', person: kim.userId })
    await actOnContact(test.services, kim, id, { does: 'assign', person: sam.userId })
    expect(await watching()).toEqual(['lee'])

    leaves[2]?.()
    await new Promise((resolve) => setTimeout(resolve, 100))
    test.clock.forward(29 * second)
    await tendQueues(test.services, origin.forceId, 0)
    expect(await watching()).toEqual(['lee'])
    test.clock.forward(2 * second)
    await tendQueues(test.services, origin.forceId, 0)
    expect(await watching()).toEqual([])

    await watchContact(test.services, kim, id, true)
    await actOnContact(test.services, sam, id, { does: 'close', outcome: 'resolved' })
    expect(await watching()).toEqual([])
    await test.close()
  })

  it('gives contacts to whoever has room, where the department wants it so, and a contact of danger fills somebody', async () => {
    const test = await open()
    const origin = await openForce(test, [{ assignment: 'automatic' }, {}])
    const people = await Promise.all(['a', 'b'].map((name) => addColleague(test, origin, name)))
    for (const one of people) await choosePresence(test.services, one, { state: 'available' })
    const ids = []
    for (let count = 0; count < 10; count++) {
      ids.push(await wait(test, origin))
      test.clock.forward(second)
    }
    const tend = () => tendQueues(test.services, origin.forceId, 0)
    await tend()
    const owners = await Promise.all(ids.map(async (id) => (await standing(test, id)).owner))
    expect(owners.filter((owner) => owner === 'usr_a')).toHaveLength(4)
    expect(owners.filter((owner) => owner === 'usr_b')).toHaveLength(4)
    expect(owners.slice(8)).toEqual([null, null])
    const [first] = people
    if (first) await choosePresence(test.services, first, { state: 'away', pass: true })
    await tend()
    expect((await Promise.all(ids.map((id) => standing(test, id)))).filter(({ owner }) => owner === 'usr_a')).toEqual(
      [],
    )
    await test.close()
  })

  it('tells visitors their new place when the queue moves, and how long it takes once there is a basis', async () => {
    const test = await open()
    const origin = await openForce(test)
    const sam = await addColleague(test, origin, 'sam')
    test.services.desk.arrive(sam)
    await test.services.desk.refresh(origin.forceId)
    const ids = []
    for (let count = 0; count < 8; count++) ids.push(await wait(test, origin))
    const tend = () => tendQueues(test.services, origin.forceId, 0)
    await tend()
    for (const id of ids.slice(0, 6)) {
      test.clock.forward(30 * second)
      await actOnContact(test.services, sam, id, { does: 'join' })
      await tend()
    }
    const [, , , , , , , last = ''] = ids
    const places = (await readEvents(test.services.db.read, last, 0)).flatMap((event) =>
      event.type === 'queue' ? [[event.position, event.wait_seconds]] : [],
    )
    expect(places.map(([position]) => position)).toEqual([8, 7, 6, 5, 4, 3, 2])
    // Five pick-ups were measured, one each half minute: the second next waits about a minute.
    expect(places.slice(0, 5).every(([, seconds]) => seconds === undefined)).toBe(true)
    expect(places.at(-1)).toEqual([2, 50])
    await test.close()
  })

  it('moves nobody on because the only operator loads their page again, and does when they stay away', async () => {
    const test = await open()
    const overflow = { to: 'crime-desk', when: ['nobody-there' as const], afterMinutes: 5 }
    const origin = await openForce(test, [{ overflow }, {}])
    test.services.desk.arrive(await addColleague(test, origin, 'ali', ['crime-desk']))
    const leave = test.services.desk.arrive(await addColleague(test, origin, 'sam'))
    const tend = () => tendQueues(test.services, origin.forceId, 0)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const id = await wait(test, origin)
    await tend()
    leave()
    await new Promise((resolve) => setTimeout(resolve, 100))
    test.clock.forward(29 * second)
    await tend()
    expect(await standing(test, id)).toMatchObject({ department: 'control-room' })
    test.clock.forward(2 * second)
    await tend()
    expect(await standing(test, id)).toMatchObject({ status: 'waiting', department: 'crime-desk' })
    await test.close()
  })

  it('sends what waits too long on to the department that takes over, and never back', async () => {
    const overflow = (to: string) => ({ to, when: ['waiting' as const], afterMinutes: 5 })
    const test = await open()
    const origin = await openForce(test, [{ overflow: overflow('crime-desk') }, { overflow: overflow('control-room') }])
    const ali = await addColleague(test, origin, 'ali', ['crime-desk', 'control-room'])
    test.services.desk.arrive(ali)
    await test.services.desk.refresh(origin.forceId)
    const id = await wait(test, origin)
    const tend = () => tendQueues(test.services, origin.forceId, 0)
    test.clock.forward(299 * second)
    await tend()
    expect(await standing(test, id)).toMatchObject({ department: 'control-room' })
    test.clock.forward(2 * second)
    await tend()
    expect(await standing(test, id)).toMatchObject({ status: 'waiting', department: 'crime-desk' })
    test.clock.forward(290 * second)
    await tend()
    expect(await standing(test, id)).toMatchObject({ department: 'crime-desk' })
    await test.close()
  })
}
