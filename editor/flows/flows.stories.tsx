import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { DarkPage } from '../testing/both-themes.tsx'
import { answer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { flowSummary, templates } from '../testing/samples.ts'

const meta: Meta = { title: 'Flows', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)

const flows = [
  flowSummary(),
  flowSummary({
    id: 'lost-property',
    name: 'Lost property',
    live: 3,
    changed: false,
    running: 4,
    savedBy: 'Tom Ashworth',
  }),
  flowSummary({
    id: 'draft',
    name: 'Report anti-social behaviour',
    description: '',
    live: null,
    running: 0,
    nodes: 8,
    tags: ['Crime', 'Neighbourhood'],
  }),
]
const list = [answer(flowsRoutes.list, { flows }), answer(flowsRoutes.templates, { templates })]

export const List: StoryObj = {
  render: () => <FakeApp at="/flows" answers={list} />,
  play: async () => {
    const search = await page.findByRole('searchbox', { name: 'Find a flow' })
    await userEvent.type(search, 'lost')
    await expect(page.queryByRole('link', { name: 'Report anti-social behaviour' })).toBeNull()
    await userEvent.clear(search)
    await page.findByRole('link', { name: 'Report anti-social behaviour' })
  },
}
export const ByTag: StoryObj = {
  render: () => <FakeApp at="/flows" answers={list} />,
  play: async () => {
    await userEvent.click(await page.findByRole('radio', { name: 'Crime' }))
    await expect(page.queryByRole('link', { name: 'Lost property' })).toBeNull()
    await page.findByText('1 of 3 flows')
  },
}
export const Pasted: StoryObj = {
  render: () => <FakeApp at="/flows" answers={list} />,
  play: async () => {
    await page.findByRole('table', { name: 'Flows' })
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '{ "format": "signpost.flow/1" }')
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }))
    await expect(await page.findByRole('textbox', { name: 'Or paste its text' })).toHaveValue(
      '{ "format": "signpost.flow/1" }',
    )
  },
}
export const Dark: StoryObj = {
  render: () => (
    <DarkPage>
      <FakeApp at="/flows" answers={list} />
    </DarkPage>
  ),
  play: async () => void (await page.findByRole('table', { name: 'Flows' })),
}
export const Empty: StoryObj = {
  render: () => <FakeApp at="/flows" answers={[answer(flowsRoutes.list, { flows: [] })]} />,
  play: async () => void (await page.findByText('No flows yet')),
}
export const Loading: StoryObj = {
  render: () => <FakeApp at="/flows" answers={[neverAnswer(flowsRoutes.list)]} />,
  play: async () => void (await page.findByRole('status', { name: 'Loading flows' })),
}
export const Failed: StoryObj = {
  render: () => (
    <FakeApp at="/flows" answers={[refuse(flowsRoutes.list, 'unavailable', 'The database does not answer.')]} />
  ),
  play: async () => void (await page.findByText(/The database does not answer/)),
}
export const New: StoryObj = {
  render: () => <FakeApp at="/flows" answers={list} />,
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'New flow' }))
    await userEvent.click(await page.findByText('Report only'))
    await expect(page.getByRole('radio', { name: /Report only/ })).toBeChecked()
  },
}
export const ImportRefused: StoryObj = {
  render: () => (
    <FakeApp
      at="/flows"
      answers={[
        ...list,
        refuse(flowsRoutes.create, 'not-valid', 'This is not a flow that can be taken in.', [
          {
            code: 'invalid',
            severity: 'fault',
            message: '"nodes.2.id": Use letters, digits, - and _',
            node: 'ask intent',
            field: 'id',
          },
          { code: 'invalid', severity: 'fault', message: 'Two nodes have the id "start".', node: 'start' },
        ]),
      ]}
    />
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Import' }))
    await userEvent.type(await page.findByRole('textbox', { name: 'Or paste its text' }), 'broken')
    await userEvent.click(page.getByRole('button', { name: 'Import the flow' }))
    await page.findByText('Two nodes have the id "start".')
  },
}
export const PutAwayAndBack: StoryObj = {
  render: () => (
    <FakeApp
      at="/flows"
      answers={[
        ...list,
        answer(flowsRoutes.export, { name: 'draft', document: '{}' }),
        answer(flowsRoutes.remove, undefined),
        answer(flowsRoutes.create, { id: 'draft', issues: [] }),
      ]}
    />
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Actions for Report anti-social behaviour' }))
    await userEvent.click(await page.findByRole('menuitem', { name: 'Put away' }))
    await userEvent.click(await page.findByRole('button', { name: 'Undo' }))
    await page.findByText('“Report anti-social behaviour” is back')
  },
}
