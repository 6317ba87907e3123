import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { adminRoutes } from '../../schema/api/admin.ts'
import { improveRoutes } from '../../schema/api/improve.ts'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { answer, type FakeAnswer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { sampleTried } from '../testing/sample-tried.ts'
import { sampleDocument, sampleGaps, sampleOverview, sampleTests } from './sample-knowledge.ts'

const meta: Meta = {
  title: 'Knowledge/Page',
  parameters: {
    layout: 'fullscreen',
    // React Aria's live announcer names its announcements by the field that spoke, which may be gone again.
    a11y: { context: { exclude: ['[data-live-announcer]'] } },
  },
}
export default meta
const page = within(document.body)

const opened = { ...sampleDocument(), versions: [sampleDocument().newest, { ...sampleDocument().newest, version: 4 }] }
const passages = [
  {
    id: 'p1',
    heading: 'Found on public transport',
    text: 'Hand it to the operator, who keeps it for 28 days.',
    page: 2,
    leftOut: [],
  },
  {
    id: 'p2',
    heading: 'Found in the street',
    text: 'Try to find the owner.\n- Ask in nearby shops.\nPost it on lost.example.',
    page: 3,
    leftOut: ['Post it on lost.example.'],
  },
]
const knowledge = (...answers: FakeAnswer[]) => (
  <FakeApp
    at="/knowledge"
    answers={[
      ...answers,
      answer(knowledgeRoutes.overview, sampleOverview),
      answer(knowledgeRoutes.get, opened),
      answer(knowledgeRoutes.passages, { passages }),
      answer(improveRoutes.gaps, sampleGaps),
      answer(improveRoutes.tests, { tests: sampleTests }),
      answer(adminRoutes.departments, { departments: [] }),
    ]}
  />
)
const there = () => page.findByRole('table', { name: 'Documents' }, { timeout: 10_000 })

export const Some: StoryObj = {
  render: () => knowledge(),
  play: async () => {
    await there()
    await page.findAllByText('Can I get my crime report for my insurance?')
    await page.findByText('Passes')
  },
}
export const Dark: StoryObj = { ...Some, render: () => <DarkPage>{knowledge()}</DarkPage> }
export const Narrow: StoryObj = { ...Some, globals: { viewport: { value: 'mobile1' } } }
export const NothingYet: StoryObj = {
  render: () =>
    knowledge(
      answer(knowledgeRoutes.overview, { ...sampleOverview, documents: [], answering: 0 }),
      answer(improveRoutes.gaps, { ...sampleGaps, asked: 0, gaps: [] }),
      answer(improveRoutes.tests, { tests: [] }),
    ),
  play: async () => {
    await page.findByText('No document yet', undefined, { timeout: 10_000 })
    await page.findByText('No gap')
    await page.findByText('No test question')
  },
}
export const Loading: StoryObj = {
  render: () => knowledge(neverAnswer(knowledgeRoutes.overview)),
  play: async () => void (await page.findByRole('status', { name: 'Loading the documents' }, { timeout: 10_000 })),
}
export const Failed: StoryObj = {
  render: () => knowledge(refuse(knowledgeRoutes.overview, 'unavailable', 'The database does not answer.')),
  play: async () => void (await page.findByText(/The database does not answer/, undefined, { timeout: 10_000 })),
}
export const PartsFailed: StoryObj = {
  render: () =>
    knowledge(
      refuse(improveRoutes.gaps, 'unavailable', 'The gaps cannot be read.'),
      refuse(improveRoutes.tests, 'unavailable', 'The tests cannot be read.'),
    ),
  play: async () => {
    await page.findByText(/The gaps cannot be read/, undefined, { timeout: 10_000 })
    await page.findByText(/The tests cannot be read/)
  },
}
export const Chosen: StoryObj = {
  render: () => knowledge(),
  play: async () => {
    await there()
    await userEvent.click(page.getByRole('button', { name: /^To approve/ }))
    await expect(within(await there()).getAllByRole('row')).toHaveLength(2)
    await userEvent.type(page.getByRole('searchbox', { name: 'Find a document' }), 'nothing like it')
    await page.findByText('No document is like that')
  },
}
export const Answered: StoryObj = {
  render: () => knowledge(answer(knowledgeRoutes.ask, sampleTried)),
  play: async () => {
    await there()
    await userEvent.type(page.getByRole('textbox', { name: 'Question' }), 'i found a phone on the bus{Enter}')
    await page.findByText('Sure to 91 %, needs 50 %')
    await page.findByText('Quoted')
  },
}
export const AnsweredInTheDark: StoryObj = {
  ...Answered,
  render: () => <DarkPage>{knowledge(answer(knowledgeRoutes.ask, sampleTried))}</DarkPage>,
}
export const NotKnown: StoryObj = {
  render: () => knowledge(answer(knowledgeRoutes.ask, { ...sampleTried, answer: null, confidence: 0.2, passages: [] })),
  play: async () => {
    await there()
    await userEvent.type(page.getByRole('textbox', { name: 'Question' }), 'how do I cook rice{Enter}')
    await page.findByText(/I don’t know/)
  },
}
export const Danger: StoryObj = {
  render: () =>
    knowledge(
      answer(knowledgeRoutes.ask, { ...sampleTried, answer: null, refused: true, confidence: 0, passages: [] }),
    ),
  play: async () => {
    await there()
    await userEvent.type(page.getByRole('textbox', { name: 'Question' }), 'he has a knife{Enter}')
    await page.findByText(/This speaks of danger/)
  },
}
const older = { ...sampleDocument().newest, version: 4, decidedBy: null, status: 'ready' as const }
export const VersionsCompared: StoryObj = {
  render: () =>
    knowledge({
      route: knowledgeRoutes.passages,
      give: (address) =>
        Response.json({
          passages: address.endsWith('/4')
            ? passages
            : [{ ...passages[0], text: 'Hand it to the driver, who keeps it for 14 days.' }, passages[1]],
        }),
    }),
  play: async () => {
    await there()
    await userEvent.click(page.getByRole('button', { name: 'Lost and found property' }))
    await userEvent.click(await page.findByRole('button', { name: /Compare version 5 with/ }))
    await userEvent.click(await page.findByRole('option', { name: 'Version 4' }))
    const changes = within(await page.findByRole('region', { name: 'What changed from version 4 to version 5' }))
    await expect((await changes.findByText(/28/)).tagName).toBe('DEL')
    await expect(changes.getByText(/14/).tagName).toBe('INS')
    await changes.findByText('1 passage as before')
  },
}
export const ComparedInTheDark: StoryObj = {
  ...VersionsCompared,
  render: () => (
    <DarkPage>
      {knowledge({
        route: knowledgeRoutes.passages,
        give: (address) => Response.json({ passages: address.endsWith('/4') ? passages : passages.slice(1) }),
      })}
    </DarkPage>
  ),
  play: async () => {
    await there()
    await userEvent.click(page.getByRole('button', { name: 'Lost and found property' }))
    await userEvent.click(await page.findByRole('button', { name: /Compare version 5 with/ }))
    await userEvent.click(await page.findByRole('option', { name: 'Version 4' }))
    await page.findByText('1 passage as before')
  },
}
export const SomebodyElseApproves: StoryObj = {
  render: () =>
    knowledge(
      answer(knowledgeRoutes.get, {
        ...opened,
        versions: [sampleDocument().newest, { ...older, mayApprove: false }],
      }),
    ),
  play: async () => {
    await there()
    await userEvent.click(page.getByRole('button', { name: 'Lost and found property' }))
    await page.findByText(/somebody else has to approve it/)
    await expect(page.queryByRole('button', { name: 'Approve version 4' })).toBeNull()
  },
}
export const PassageInItsDocument: StoryObj = {
  render: () => knowledge(answer(knowledgeRoutes.ask, sampleTried)),
  play: async () => {
    await there()
    await userEvent.type(page.getByRole('textbox', { name: 'Question' }), 'i found a phone on the bus{Enter}')
    const [show] = await page.findAllByRole('button', { name: 'Show in its document' })
    if (show) await userEvent.click(show)
    const dialog = within(await page.findByRole('dialog'))
    await expect((await dialog.findByText(/keeps it for 28 days/)).tagName).toBe('MARK')
  },
}
export const OneDocument: StoryObj = {
  render: () => knowledge(),
  play: async () => {
    await there()
    await userEvent.click(page.getByRole('button', { name: 'Lost and found property' }))
    await page.findByText(/2 passages/)
    await page.findByText('One sentence is left out of answers:')
    await page.findByRole('button', { name: 'Approve version 4' })
  },
}
export const Deletes: StoryObj = {
  render: () => knowledge(refuse(knowledgeRoutes.remove, 'unavailable', 'The disk is full.')),
  play: async () => {
    await there()
    await userEvent.click(page.getByRole('button', { name: 'Lost and found property' }))
    await userEvent.click(await page.findByRole('button', { name: 'Delete…' }))
    await userEvent.click(await page.findByRole('button', { name: 'Delete the document' }))
    await page.findByText(/Not done. The disk is full/)
  },
}
export const Writes: StoryObj = {
  render: () => knowledge(),
  play: async () => {
    const [first] = await page.findAllByRole('button', { name: 'Write an answer' }, { timeout: 10_000 })
    if (first) await userEvent.click(first)
    const dialog = within(await page.findByRole('dialog', { name: 'Write an answer' }))
    await expect(dialog.getByRole('textbox', { name: 'Question' })).toHaveValue(
      'Can I get my crime report for my insurance?',
    )
  },
}
export const NewCollection: StoryObj = {
  render: () => knowledge(),
  play: async () => {
    await there()
    await userEvent.click(page.getByRole('button', { name: 'New collection' }))
    await page.findByRole('textbox', { name: 'Name' })
  },
}
const twoFiles = async () => {
  await there()
  const [chooser] = document.querySelectorAll<HTMLInputElement>('input[type=file]')
  if (chooser) await userEvent.upload(chooser, [new File(['a'], 'one.pdf'), new File(['b'], 'two.pdf')])
  const dialog = within(await page.findByRole('dialog', { name: 'Add 2 files' }))
  await userEvent.click(dialog.getByRole('button', { name: /Collection/ }))
  await userEvent.click(await page.findByRole('option', { name: 'Neighbourhood' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }))
}
export const AsksWhereTo: StoryObj = {
  render: () => knowledge(answer(knowledgeRoutes.upload, { id: 'doc_9', version: 1 })),
  play: async () => {
    await twoFiles()
    await page.findByText('“one.pdf” is being read')
    await page.findByText('“two.pdf” is being read')
    await expect(page.queryByText(/^Sending/)).toBeNull()
  },
}
export const BeingSent: StoryObj = {
  render: () => knowledge(neverAnswer(knowledgeRoutes.upload)),
  play: async () => {
    await twoFiles()
    await page.findByText('Sending 2 files.')
    await page.findByRole('progressbar', { name: 'Sending one.pdf' })
    await page.findByText('Waits')
  },
}
export const BeingSentInTheDark: StoryObj = {
  ...BeingSent,
  render: () => <DarkPage>{knowledge(neverAnswer(knowledgeRoutes.upload))}</DarkPage>,
}
export const BeingSentNarrow: StoryObj = { ...BeingSent, globals: { viewport: { value: 'mobile1' } } }
export const UploadRefused: StoryObj = {
  render: () => knowledge(refuse(knowledgeRoutes.upload, 'bad-request', 'The file is empty.')),
  play: async () => {
    await twoFiles()
    await page.findByText('2 were not added.')
    await userEvent.click(page.getByRole('button', { name: 'Leave out two.pdf' }))
    await page.findByText('1 was not added.')
  },
}
export const TriedAgain: StoryObj = {
  render: () => knowledge(),
  play: async () => {
    await twoFiles()
    await page.findByText('2 were not added.')
    await userEvent.click(page.getByRole('button', { name: 'Try again with one.pdf' }))
    await page.findByRole('button', { name: 'Try again with one.pdf' })
  },
}
export const Dropped: StoryObj = {
  render: () => knowledge(neverAnswer(knowledgeRoutes.upload)),
  play: async () => {
    await there()
    await userEvent.click(page.getByRole('button', { name: /^Neighbourhood/ }))
    const dropped = new DataTransfer()
    dropped.items.add(new File(['a'], 'one.pdf'))
    dropped.items.add(new File(['b'], 'photo.png', { type: 'image/png' }))
    // What a script drops stands in no file system.
    const { webkitGetAsEntry } = DataTransferItem.prototype
    Object.assign(DataTransferItem.prototype, { webkitGetAsEntry: undefined })
    const table = await there()
    for (const type of ['dragenter', 'dragover', 'drop'])
      table.dispatchEvent(new DragEvent(type, { dataTransfer: dropped, bubbles: true, cancelable: true }))
    Object.assign(DataTransferItem.prototype, { webkitGetAsEntry })
    await page.findByRole('progressbar', { name: 'Sending one.pdf' })
    await page.findByText('PDF, Word, text, Markdown and HTML are read.')
  },
}
export const SmallDesk: StoryObj = {
  ...Some,
  parameters: {
    viewport: { options: { desk1024: { name: '1024', styles: { width: '1024px', height: '768px' } } } },
  },
  globals: { viewport: { value: 'desk1024' } },
}
