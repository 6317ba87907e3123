import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { adminRoutes } from '../../schema/api/admin.ts'
import { docsRoutes, type OpenApi, type Operation } from '../../schema/api/docs.ts'
import { answer, neverAnswer, refuse } from '../testing/fake-api.ts'
import { FakeApp } from '../testing/fake-app.tsx'
import { departments } from '../testing/samples.ts'

const meta: Meta = { title: 'Explorer', parameters: { layout: 'fullscreen' } }
export default meta
const page = within(document.body)

const operation: Operation = {
  operationId: 'departments.list',
  summary: 'The departments of the force',
  description: 'Who may call it: signed-in.',
  tags: ['departments'],
  'x-access': 'signed-in',
  'x-scope': 'departments:read',
  responses: {
    200: {
      description: 'Done',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: { departments: { type: 'array', items: { type: 'object' } } },
            required: ['departments'],
          },
        },
      },
    },
    default: { description: 'Not done, and why' },
  },
}
const document_: OpenApi = {
  openapi: '3.1.0',
  paths: {
    '/api/departments': { get: operation },
    '/api/flows/{id}/publish': {
      post: {
        ...operation,
        operationId: 'flows.publish',
        summary: 'Freeze the draft as the next version and make it live',
        tags: ['flows'],
        'x-access': ['designer', 'admin'],
        'x-scope': 'flows:write',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 64 } }],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { revision: { type: 'integer' }, reason: { type: 'string', maxLength: 2000 } },
                required: ['revision', 'reason'],
              },
            },
          },
        },
      },
    },
  },
}
const described = answer(docsRoutes.openapi, document_)

export const Choose: StoryObj = {
  render: () => <FakeApp at="/explorer" answers={[described]} />,
  play: async () => {
    await userEvent.type(await page.findByLabelText('Find a call'), 'freeze')
    await userEvent.click(await page.findByRole('link', { name: /Freeze the draft/ }))
    await page.findByRole('heading', { name: /Freeze the draft/ })
    await page.findByText('Designer, Admin')
    await userEvent.click(page.getByRole('button', { name: 'Send' }))
    await page.findByText('This has to be there')
    expect(page.getByText(/curl -X POST/)).toHaveTextContent('$SIGNPOST_KEY')
  },
}
export const Answered: StoryObj = {
  render: () => (
    <FakeApp
      at="/explorer?call=departments.list"
      answers={[described, answer(adminRoutes.departments, { departments })]}
    />
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('button', { name: 'Send' }))
    const shown = await page.findByRole('region', { name: 'Answer' })
    expect(shown).toHaveTextContent('200')
  },
}
export const Refused: StoryObj = {
  render: () => (
    <FakeApp
      at="/explorer?call=departments.list"
      answers={[refuse(adminRoutes.departments, 'not-allowed', 'This key does not open that.'), described]}
    />
  ),
  play: async () => {
    await userEvent.click(await page.findByRole('radio', { name: /A program/ }))
    await userEvent.type(await page.findByLabelText('Key'), 'signpost_x')
    await userEvent.click(page.getByRole('button', { name: 'Send' }))
    await page.findByText(/This key does not open that/)
  },
}
export const Nothing: StoryObj = {
  render: () => <FakeApp at="/explorer" answers={[described]} />,
  play: async () => {
    await userEvent.type(await page.findByLabelText('Find a call'), 'no such thing')
    await page.findByText('No such call')
  },
}
export const Loading: StoryObj = {
  render: () => <FakeApp at="/explorer" answers={[neverAnswer(docsRoutes.openapi)]} />,
  play: async () => void (await page.findByLabelText('Loading the calls')),
}
export const Failed: StoryObj = {
  render: () => <FakeApp at="/explorer" answers={[refuse(docsRoutes.openapi, 'unavailable', 'The disk is full.')]} />,
  play: async () => void (await page.findByText(/The disk is full/)),
}
