import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { adminRoutes } from '../../schema/api/admin.ts'
import { callBacksRoutes } from '../../schema/api/call-backs.ts'
import { colleaguesRoutes } from '../../schema/api/colleagues.ts'
import { correctionsRoutes } from '../../schema/api/corrections.ts'
import { type DeskAction, type DeskCall, deskCallsRoutes } from '../../schema/api/desk-calls.ts'
import { type ContactDetail, type ContactSummary, inboxRoutes } from '../../schema/api/inbox.ts'
import { repliesRoutes } from '../../schema/api/replies.ts'
import { type Task, tasksRoutes } from '../../schema/api/tasks.ts'
import { thriveRoutes } from '../../schema/api/thrive.ts'
import { warningsRoutes } from '../../schema/api/warnings.ts'
import { useVisitorTyping } from '../apply-frame.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { colleagueContact, tileContacts, waitingContacts } from '../testing/desk-samples.ts'
import { answer, type FakeAnswer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { alert, colleague, colleagues, contactDetail, session } from '../testing/samples.ts'
import { clearTiles } from './use-tiles.ts'
import { setEnterSends } from './writing-settings.ts'

const meta: Meta = {
  title: 'Inbox',
  parameters: {
    layout: 'fullscreen',
    // React Aria's live announcer names its announcements by the field that spoke, which may be gone again.
    a11y: { context: { exclude: ['[data-live-announcer]'] } },
  },
  beforeEach: () => {
    clearTiles()
  },
}
export default meta
const page = within(document.body)

const [control, bike] = tileContacts as [ContactDetail, ContactDetail, ContactDetail, ContactDetail]
const contacts = [...waitingContacts, ...tileContacts, colleagueContact]
const alerts = [alert()]
/** Each contact answers for itself. */
const details = tileContacts.map((contact) => answer(pathOf(contact.id), contact))
const desk = (...answers: FakeAnswer[]) => (
  <FakeApp at="/inbox" answers={[...answers, answer(inboxRoutes.contacts, { contacts, alerts: [] }), ...details]} />
)
/** The route of one contact, so that each can have its own answer. */
function pathOf(id: string): typeof inboxRoutes.contact {
  return { ...inboxRoutes.contact, path: inboxRoutes.contact.path.replace('{id}', id) as '/api/contacts/{id}' }
}
const one = (contact: ContactDetail, ...answers: FakeAnswer[]) => (
  <FakeApp
    at="/inbox"
    answers={[
      ...answers,
      answer(inboxRoutes.contacts, { contacts: [contact], alerts: [] }),
      answer(inboxRoutes.contact, contact),
    ]}
  />
)
const reply = () => page.findByRole('textbox', { name: 'Reply to Callum Reid' })

export const Desk: StoryObj = {
  render: () => desk(),
  play: async () => {
    // The first story waits for the page's own script.
    await page.findByRole('article', { name: 'Tile 4, contact 48201' }, { timeout: 10_000 })
    await expect(page.getAllByRole('log', { name: /Conversation/ })).toHaveLength(4)
  },
}
export const DeskDark: StoryObj = { ...Desk, render: () => <DarkPage>{desk()}</DarkPage> }
export const Nobody: StoryObj = {
  render: () => <FakeApp at="/inbox" />,
  play: async () => void (await page.findAllByText(/Nobody is waiting/)),
}
export const Loading: StoryObj = {
  render: () => desk(neverAnswer(inboxRoutes.contacts), neverAnswer(inboxRoutes.contact)),
  play: async () => void (await page.findByRole('status', { name: 'Loading the queue' })),
}
export const Failed: StoryObj = {
  render: () =>
    desk(
      refuse(inboxRoutes.contact, 'not-found', 'There is no such contact.'),
      refuse(inboxRoutes.contacts, 'unavailable', 'The database does not answer.'),
    ),
  play: async () => void (await page.findByText(/The database does not answer/)),
}
export const TileFailed: StoryObj = {
  render: () => one(bike, refuse(inboxRoutes.contact, 'unavailable', 'The database does not answer.')),
  play: async () => void (await page.findByText(/The visitor keeps their place/)),
}
export const Sends: StoryObj = {
  render: () => one(bike, answer(inboxRoutes.say, { ok: true, seq: 10 })),
  play: async () => {
    const box = await reply()
    await userEvent.type(box, 'I have noted the cameras.{Control>}{Enter}{/Control}')
    await waitFor(() => expect(box).toHaveValue(''))
  },
}
export const EnterSends: StoryObj = {
  beforeEach: () => {
    setEnterSends(session.user.id, true)
    return () => setEnterSends(session.user.id, false)
  },
  render: () => one(bike, answer(inboxRoutes.say, { ok: true, seq: 10 })),
  play: async () => {
    const box = await reply()
    await userEvent.type(box, 'I have noted{Shift>}{Enter}{/Shift}the cameras.')
    await expect(box).toHaveValue('I have noted\nthe cameras.')
    await userEvent.type(box, '{Enter}')
    await waitFor(() => expect(box).toHaveValue(''))
  },
}
export const NotSent: StoryObj = {
  render: () => one(bike, refuse(inboxRoutes.say, 'unavailable', 'The disk is full.')),
  play: async () => {
    const box = await reply()
    await userEvent.type(box, 'Are you safe?')
    await userEvent.click(page.getByRole('button', { name: 'Send' }))
    await page.findByText(/Not sent. The disk is full/)
    await expect(box).toHaveValue('Are you safe?')
  },
}
export const PicksUp: StoryObj = {
  render: () => desk(refuse(inboxRoutes.claim, 'conflict', 'Somebody else has this contact.')),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Pick up contact 48213' }))
    await page.findByText(/Not picked up. Somebody else has this contact/)
  },
}
export const PicksUpTheNext: StoryObj = {
  render: () => (
    <FakeApp
      at="/inbox"
      answers={[
        refuse(inboxRoutes.claim, 'conflict', 'Somebody else has this contact.'),
        answer(inboxRoutes.contacts, { contacts: waitingContacts, alerts: [] }),
      ]}
    />
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: /Pick up the next contact/ }))
    await page.findByText(/Not picked up. Somebody else has this contact/)
  },
}
export const LooksAtOne: StoryObj = {
  render: () =>
    desk(answer(pathOf('ctc_6'), contactDetail({ id: 'ctc_6', number: 48_205, status: 'waiting', owner: null }))),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: /Off-road bikes at Fell Park/ }))
    const tile = await page.findByRole('article', { name: 'Tile 5, contact 48205' })
    await within(tile).findByRole('button', { name: 'Pick up' })
  },
}
const silent = {
  id: 'wrn_1',
  contact: colleagueContact.id,
  number: colleagueContact.number,
  department: 'neighbourhood',
  kind: 'silent' as const,
  text: 'Tom Ashworth has not answered for two minutes.',
  at: '2026-11-21T19:44:00Z',
}
const supervised = (...more: FakeAnswer[]) => (
  <FakeApp
    at="/inbox"
    answers={[
      ...more,
      answer(colleaguesRoutes.colleagues, {
        colleagues: [
          colleague({ departments: [{ department: 'neighbourhood', role: 'supervisor' }], contacts: 0, limit: 3 }),
          ...colleagues.slice(1),
        ],
      }),
      answer(inboxRoutes.contacts, { contacts: [colleagueContact], alerts: [] }),
      answer(inboxRoutes.contact, contactDetail({ ...colleagueContact })),
      answer(adminRoutes.session, { ...session, user: { ...session.user, roles: ['supervisor'] } }),
      answer(warningsRoutes.list, { unowned: 0, warnings: [silent] }),
    ]}
  />
)
export const Supervises: StoryObj = {
  render: () => supervised(),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Open contact 48180' }))
    await page.findByRole('button', { name: 'Take over' })
    await expect(page.getByRole('textbox', { name: /Whisper to Tom Ashworth/ })).toBeVisible()
  },
}
export const WritesNote: StoryObj = {
  render: () => one(bike),
  play: async () => {
    await reply()
    page.getByRole('article', { name: /Tile 1/ }).focus()
    await userEvent.keyboard('n')
    await page.findByRole('textbox', { name: /only staff see this/ })
  },
}
export const Transfers: StoryObj = {
  render: () => one(bike),
  play: async () => {
    await reply()
    page.getByRole('article', { name: /Tile 1/ }).focus()
    await userEvent.keyboard('t')
    await page.findByRole('dialog', { name: 'Transfer contact 48188' })
  },
}
export const IsTakenOver: StoryObj = {
  render: () => {
    let contacts: ContactSummary[] = [bike]
    return (
      <FakeApp
        at="/inbox"
        answers={[
          {
            route: inboxRoutes.contacts,
            give: (path) => answer(inboxRoutes.contacts, { contacts, alerts: [] }).give(path),
          },
          {
            route: inboxRoutes.tags,
            give: (path) => {
              contacts = [{ ...bike, owner: { id: 'u3', name: 'Insp. Marsh' } }]
              return answer(inboxRoutes.tags, { tags: [] }).give(path)
            },
          },
          answer(inboxRoutes.contact, bike),
        ]}
      />
    )
  },
  play: async () => {
    await reply()
    await openMenu(/Tags/)
    await userEvent.click(await page.findByRole('button', { name: 'Keep tags' }))
    await page.findByText('Insp. Marsh has contact 48188 now')
    await expect(page.queryByRole('article')).toBeNull()
  },
}
export const TransfersFromWrongTeam: StoryObj = {
  render: () =>
    one(
      bike,
      answer(correctionsRoutes.offer, {
        words: 'he waits at my stop every evening',
        understood: { id: 'antisocial_behaviour', label: 'Antisocial behaviour' },
        intents: [
          { id: 'antisocial_behaviour', label: 'Antisocial behaviour', teams: ['neighbourhood'] },
          { id: 'lost_property', label: 'Lost property', teams: [] },
          { id: 'stalking', label: 'Somebody follows me', teams: ['safeguarding'] },
        ],
      }),
    ),
  play: async () => {
    await reply()
    page.getByRole('article', { name: /Tile 1/ }).focus()
    await userEvent.keyboard('t')
    const dialog = within(await page.findByRole('dialog', { name: 'Transfer contact 48188' }))
    await userEvent.click(dialog.getByRole('button', { name: /To$/ }))
    await userEvent.click(await page.findByRole('option', { name: /Safeguarding/ }))
    await userEvent.click(await dialog.findByRole('button', { name: /What they meant$/ }))
    // What the flow sends to that team comes first; a flow may choose teams by place or load, so the rest is offered too.
    const offered = (await page.findAllByRole('option')).map((option) => option.textContent)
    await expect(offered).toEqual([
      'They were understood',
      'Somebody follows meUsually comes to this team',
      'Lost property',
    ])
    await userEvent.click(page.getByRole('option', { name: /Somebody follows me/ }))
  },
}
export const HandsBack: StoryObj = {
  render: () => one(bike, answer(inboxRoutes.places, { places: [{ node: 'ask', name: 'What was taken' }] })),
  play: async () => {
    await reply()
    await userEvent.keyboard('{Alt>}h{/Alt}')
    await page.findByRole('button', { name: 'Hand back' })
  },
}
export const ClosesWithOutcome: StoryObj = {
  render: () => one(bike, answer(inboxRoutes.close, { ok: true, seq: 11 })),
  play: async () => {
    await reply()
    await userEvent.keyboard('{Alt>}c{/Alt}')
    await page.findByRole('button', { name: 'Close the contact' })
  },
}
export const VisitorTypes: StoryObj = {
  render: () => {
    const at = '2026-11-21T19:40:00Z'
    const events = Array.from({ length: 12 }, (_, index) => ({
      type: 'message' as const,
      from: 'visitor' as const,
      text: 'I have looked everywhere for it, and asked at the library twice.',
      seq: index + 1,
      at,
    }))
    return one({ ...bike, events })
  },
  play: async () => {
    await reply()
    useVisitorTyping.setState({ [bike.id]: Date.now() })
    const sign = await page.findByText('Callum Reid is typing')
    const log = page.getByRole('log', { name: /Conversation/ })
    await expect(log.scrollHeight).toBeGreaterThan(log.clientHeight)
    await expect(sign.getBoundingClientRect().bottom).toBeLessThanOrEqual(log.getBoundingClientRect().bottom)
  },
}
export const AllGathered: StoryObj = {
  render: () => one(bike, refuse(inboxRoutes.correct, 'not-valid', 'This has to be a phone number.')),
  play: async () => {
    await reply()
    await userEvent.click(page.getByRole('button', { name: /^All 4/ }))
    await userEvent.click(await page.findByRole('button', { name: 'Change Phone' }))
    await userEvent.click(page.getByRole('button', { name: 'Save' }))
    await page.findByText('This has to be a phone number.')
    await userEvent.click(page.getByRole('button', { name: 'Change Camera' }))
    await userEvent.click(await page.findByRole('button', { name: /Camera$/, expanded: false }))
    await userEvent.click(await page.findByRole('option', { name: 'Dashcam video' }))
    await page.findByRole('button', { name: /Dashcam video/ })
  },
}
export const HowJudged: StoryObj = {
  render: () => one(control),
  play: async () => {
    await page.findByRole('article', { name: /Tile 1/ })
    await userEvent.click(await page.findByRole('button', { name: 'More' }))
    await userEvent.click(await page.findByRole('menuitem', { name: /How it was judged/ }))
    await page.findByText('Money is controlled')
  },
}
const suggested = {
  suggestions: [
    {
      key: 'document:doc_1',
      source: 'document' as const,
      title: 'Crime recording guide 4.2',
      text: 'An investigating officer decides which CCTV to request. I’ve noted that it may be wiped after 7 days so it is looked at first.',
    },
    { key: 'canned:rpl_1', source: 'canned' as const, title: 'Still there', text: 'Are you still there?' },
  ],
}
export const Suggests: StoryObj = {
  render: () => one(bike, answer(repliesRoutes.suggestions, suggested)),
  play: async () => {
    const box = await reply()
    await page.findByText(/An investigating officer decides/)
    // It takes its room from the talk, whose last words stay in sight.
    const talk = page.getByRole('log', { name: /Conversation/ })
    await waitFor(() => expect(talk.scrollHeight - talk.scrollTop - talk.clientHeight).toBeLessThan(2))
    await userEvent.keyboard('{Alt>}s{/Alt}2')
    await waitFor(() => expect(box).toHaveValue('Are you still there?'))
  },
}
export const NoWordsInDanger: StoryObj = {
  render: () => one(control, answer(repliesRoutes.ready, { replies: [] })),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Approved words' }))
    await page.findByText('There are none for this contact yet.')
  },
}
export const CannedReplies: StoryObj = {
  render: () =>
    one(
      bike,
      answer(repliesRoutes.ready, {
        replies: [
          { id: 'rpl_1', title: 'Still there', text: 'Are you still there, Callum?', missing: [] },
          { id: 'rpl_2', title: 'Reference', text: 'Your reference is ….', missing: ['report reference'] },
        ],
      }),
    ),
  play: async () => {
    const box = await reply()
    await userEvent.keyboard('{Alt>}r{/Alt}')
    await userEvent.click(await page.findByRole('button', { name: /Still there/ }))
    await waitFor(() => expect(box).toHaveValue('Are you still there, Callum?'))
  },
}
const person = { id: 'u1', name: 'Priya Nair' }
const record = {
  id: 'thr_1',
  grade: 'priority' as const,
  threat: 'Money and phone are controlled',
  harm: '',
  risk: '',
  investigation: '',
  vulnerability: 'Fears him',
  engagement: 'Text after 8pm',
  evidence: [2],
  signedBy: { id: 'u2', name: 'Tom Ashworth' },
  signedAt: '2026-11-21T19:40:00Z',
  reason: null,
  status: 'holds' as const,
  second: null,
  reviewAt: '2026-11-21T20:40:00Z',
}
const { id: _id, signedBy: _by, signedAt: _at, reason: _reason, status: _status, second: _second, ...rest } = record
const { reviewAt: _review, ...proposal } = rest
const judgedBy = (...records: object[]) =>
  answer(thriveRoutes.get, {
    records: [...records.map((parts) => ({ ...record, ...parts })), record],
    proposal,
    told: [
      {
        id: 'told_1',
        kind: 'will-contact',
        words: 'We ring you tomorrow.',
        dueAt: '2026-11-22T19:40:00Z',
        reference: null,
        of: null,
        by: person,
        at: '2026-11-21T19:41:00Z',
      },
    ],
  })
const openMenu = async (name: RegExp) => {
  await userEvent.click(await page.findByRole('button', { name: 'More' }))
  await userEvent.click(await page.findByRole('menuitem', { name }))
}
export const Judges: StoryObj = {
  render: () =>
    one(
      control,
      judgedBy({ id: 'thr_2', grade: 'standard', status: 'waiting', reason: 'She is at her sister’s' }),
      refuse(thriveRoutes.sign, 'not-valid', 'Say why the grade is lowered.'),
    ),
  play: async () => {
    await openMenu(/Judge and grade/)
    await page.findByText('Waits for a second person')
    await userEvent.click(page.getByRole('button', { name: 'Sign' }))
    await page.findByText(/Not signed/)
  },
}
export const JudgesAgain: StoryObj = {
  render: () => {
    const signed = { ...record, risk: 'High: he is inside now' }
    let records: (typeof record)[] = []
    return one(
      control,
      {
        route: thriveRoutes.get,
        give: (path) => answer(thriveRoutes.get, { records, proposal: { ...proposal, risk: '' }, told: [] }).give(path),
      },
      {
        route: thriveRoutes.sign,
        give: (path) => {
          records = [signed]
          return answer(thriveRoutes.sign, signed).give(path)
        },
      },
    )
  },
  play: async () => {
    await openMenu(/Judge and grade/)
    await expect(await page.findByRole('textbox', { name: 'Risk' })).toHaveValue('')
    await userEvent.click(page.getByRole('button', { name: 'Sign' }))
    await page.findByText('Signed')
    await waitFor(() => expect(page.queryByRole('dialog')).toBeNull())
    // What was signed is where the next judgement begins.
    await openMenu(/Judge and grade/)
    await expect(await page.findByRole('textbox', { name: 'Risk' })).toHaveValue('High: he is inside now')
  },
}
export const SecondPerson: StoryObj = {
  render: () =>
    supervised(
      judgedBy({
        id: 'thr_2',
        grade: 'standard',
        status: 'waiting',
        reason: 'She is at her sister’s',
        signedBy: { id: 'u2', name: 'Tom Ashworth' },
      }),
    ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Open contact 48180' }))
    await userEvent.click(await page.findByRole('button', { name: 'Judge and grade' }))
    await page.findByText('Waits for a second person')
    await expect(page.getByRole('button', { name: 'Agree' })).toBeVisible()
  },
}
export const WasTold: StoryObj = {
  render: () => one(control, judgedBy()),
  play: async () => {
    await openMenu(/What they were told/)
    await page.findByText(/We ring you tomorrow/)
  },
}
export const FindsPast: StoryObj = {
  render: () => desk(answer(inboxRoutes.search, { contacts: [colleagueContact] })),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Find a contact' }))
    await userEvent.type(page.getByRole('searchbox', { name: 'Number, name or words' }), 'anybody')
    await within(page.getByRole('dialog')).findByRole('button', { name: /Is anybody there/ })
  },
}
export const RingsBack: StoryObj = {
  render: () =>
    desk(
      answer(callBacksRoutes.list, {
        callBacks: [
          {
            id: 'call_1',
            contact: 'ctc_x',
            number: 48_150,
            name: 'Ann Lee',
            department: 'neighbourhood',
            phone: '07700 900123',
            at: '2026-11-21T19:40:00Z',
            owner: person,
          },
        ],
      }),
    ),
  play: async () => void (await page.findByRole('button', { name: 'Reached' })),
}
const leftCall: Task = {
  id: 'tsk_1',
  text: 'It is not known whether “Records” took the last call. Nobody sends it again before you have looked.',
  at: '2026-11-21T19:40:00Z',
  system: 'Records',
}
export const LooksWhetherRecorded: StoryObj = {
  render: () =>
    desk(
      answer(tasksRoutes.list, { tasks: [{ ...leftCall, contact: 'ctc_x', number: 48_150, name: 'Ann Lee' }] }),
      answer(tasksRoutes.settle, { ok: true }),
    ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'It is recorded' }))
    await userEvent.type(page.getByRole('textbox', { name: /Reference over there/ }), 'NM/26/118302')
    await expect(page.getByRole('button', { name: 'Say it is recorded' })).toBeEnabled()
  },
}
export const LooksWhetherRecordedDark: StoryObj = {
  ...LooksWhetherRecorded,
  render: () => (
    <DarkPage>
      {one(
        {
          ...bike,
          tasks: [leftCall, { id: 'tsk_2', text: 'The flow could not go on.', at: leftCall.at, system: null }],
        },
        refuse(tasksRoutes.settle, 'not-found', 'There is no such task, or somebody has settled it.'),
      )}
    </DarkPage>
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Seen to' }))
    await page.findByText(/somebody has settled it/)
  },
}
const createIncident: DeskAction = {
  connection: 'records',
  system: 'Records',
  id: 'create-incident',
  name: 'Create an incident',
  reads: false,
  fields: [
    { label: 'Kind', value: 'incident', optional: false },
    { label: 'What happened', value: 'Trek Marlin 5 taken outside the library', optional: false },
    { label: 'Phone', value: '07700 900381', optional: true },
  ],
}
const incident: DeskCall = {
  id: 'call_1',
  system: 'Records',
  name: 'Create an incident',
  status: 'done',
  words: 'Recorded as NM/26/118302.',
  reference: 'NM/26/118302',
  answer: '{\n  "reference": "NM/26/118302"\n}',
}
const usesSystem = (result: DeskCall) =>
  one(
    bike,
    answer(deskCallsRoutes.list, {
      actions: [createIncident, { ...createIncident, id: 'look-up', name: 'Look up a report' }],
    }),
    answer(deskCallsRoutes.show, {
      refused: null,
      request: {
        method: 'POST',
        url: 'https://records.northmoor.example/reports',
        headers: [{ name: 'X-Api-Key', value: '••••••••' }],
        body: '{\n  "type": "incident"\n}',
      },
    }),
    answer(deskCallsRoutes.send, result),
  )
const sendsIncident = async () => {
  await openMenu(/Use another system/)
  await userEvent.click(await page.findByRole('button', { name: /Create an incident/ }))
  await userEvent.click(await page.findByRole('button', { name: 'Show what is sent' }))
  await page.findByText('••••••••')
  await userEvent.click(page.getByRole('button', { name: 'Send it' }))
}
export const CreatesIncident: StoryObj = {
  render: () => usesSystem(incident),
  play: async () => {
    await sendsIncident()
    await userEvent.click(await page.findByRole('button', { name: 'Put the reference into the reply' }))
    await expect(await reply()).toHaveDisplayValue(/Your reference is NM\/26\/118302\./)
  },
}
export const IncidentNotConfirmedDark: StoryObj = {
  render: () => (
    <DarkPage>
      {usesSystem({
        ...incident,
        status: 'unknown',
        words: 'It is not known whether it is recorded. Look there before you send it again.',
        reference: null,
        answer: null,
      })}
    </DarkPage>
  ),
  play: async () => {
    await sendsIncident()
    await page.findByText('Not confirmed.')
  },
}
export const SendsAfterTheEnd: StoryObj = {
  render: () =>
    desk(
      answer(inboxRoutes.search, { contacts: [{ ...colleagueContact, status: 'closed', owner: null }] }),
      answer(pathOf(colleagueContact.id), contactDetail({ ...colleagueContact, status: 'closed', owner: null })),
      answer(deskCallsRoutes.list, { actions: [createIncident] }),
    ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Find a contact' }))
    await userEvent.type(page.getByRole('searchbox', { name: 'Number, name or words' }), 'anybody')
    await userEvent.click(await within(page.getByRole('dialog')).findByRole('button', { name: /Is anybody there/ }))
    await userEvent.click(await page.findByRole('button', { name: 'Use another system' }))
    await page.findByRole('button', { name: /Create an incident/ })
  },
}
export const NoOtherSystem: StoryObj = {
  render: () => one(bike, answer(deskCallsRoutes.list, { actions: [] })),
  play: async () => {
    await openMenu(/Use another system/)
    await page.findByText('Nothing to use yet')
  },
}
export const WrongIntent: StoryObj = {
  render: () =>
    one(
      control,
      answer(correctionsRoutes.offer, {
        words: 'my brolly went walkabout by the bandstand',
        understood: { id: 'theft_report', label: 'Something was stolen' },
        intents: [
          { id: 'theft_report', label: 'Something was stolen', teams: ['crime-desk'] },
          { id: 'lost_property', label: 'Lost property', teams: ['property-office'] },
        ],
      }),
    ),
  play: async () => {
    await page.findByRole('article', { name: /Tile 1/ })
    await userEvent.click(await page.findByRole('button', { name: 'More' }))
    await userEvent.click(await page.findByRole('menuitem', { name: /Wrong intent/ }))
    await userEvent.click(await page.findByRole('button', { name: /They meant/ }))
    await userEvent.click(await page.findByRole('option', { name: 'Lost property' }))
  },
}
export const Presence: StoryObj = {
  render: () => desk(),
  play: async () => {
    await page.findByRole('article', { name: /Tile 4/ })
    await userEvent.keyboard('{Alt>}p{/Alt}')
    await userEvent.click(await page.findByRole('menuitem', { name: /^Away/ }))
    await page.findByRole('dialog', { name: 'Pass on your 4 contacts?' })
  },
}
export const WritesWithEnter: StoryObj = {
  render: () => desk(),
  play: async () => {
    await page.findByRole('article', { name: /Tile 4/ })
    await userEvent.keyboard('{Alt>}p{/Alt}')
    await userEvent.click(await page.findByRole('menuitem', { name: /^Enter sends/ }))
    await userEvent.keyboard('{Alt>}p{/Alt}')
    const item = await page.findByRole('menuitem', { name: /^Enter sends/ })
    await within(item).findByRole('img', { name: 'Chosen' })
    await userEvent.click(item)
  },
}
export const Sounds: StoryObj = {
  render: () => desk(),
  play: async () => {
    await page.findByRole('article', { name: /Tile 4/ })
    await userEvent.keyboard('{Alt>}p{/Alt}')
    await userEvent.click(await page.findByRole('menuitem', { name: /^Sounds/ }))
    await expect(await page.findByRole('slider', { name: 'Emergency' })).toHaveAttribute('min', '0.2')
  },
}
export const Finds: StoryObj = {
  render: () => one(bike),
  play: async () => {
    await reply()
    await userEvent.keyboard('{Control>}f{/Control}')
    await userEvent.type(await page.findByRole('textbox', { name: 'Find in contact 48188' }), 'library')
    await page.findByText('1 of 2')
  },
}
export const Emergency: StoryObj = {
  render: () => desk(answer(inboxRoutes.contacts, { contacts, alerts })),
  play: async () => void (await page.findByRole('button', { name: /Acknowledge as Priya Nair F9/ })),
}
export const EmergencyDark: StoryObj = {
  ...Emergency,
  render: () => <DarkPage>{desk(answer(inboxRoutes.contacts, { contacts, alerts }))}</DarkPage>,
}
export const Acknowledged: StoryObj = {
  render: () =>
    desk(
      answer(inboxRoutes.contacts, {
        contacts,
        alerts: [alert({ acknowledgedAt: '2026-11-21T19:42:10Z', acknowledgedBy: 'Priya Nair' })],
      }),
    ),
  play: async () => void (await page.findByText(/Acknowledged by Priya Nair/)),
}
