import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, within } from 'storybook/test'
import { connectionsRoutes } from '../../../schema/api/connections.ts'
import { knowledgeRoutes } from '../../../schema/api/knowledge.ts'
import type { Flow } from '../../../schema/flow.ts'
import { DarkPage } from '../../testing/both-themes.tsx'
import { answer, type FakeAnswer, refuse, startFakeApi } from '../../testing/fake-api.ts'
import { sampleTried } from '../../testing/sample-tried.ts'
import { sampleFlow } from '../testing/sample-flow.ts'
import { WithBuilder } from '../testing/with-builder.tsx'
import { Inspector } from './inspector.tsx'

const meta: Meta = { title: 'Builder/Inspector' }
export default meta

/** The sample whose end says that a report was made. */
const withReport: Flow = {
  ...sampleFlow,
  nodes: sampleFlow.nodes.map((node) =>
    node.id === 'end'
      ? {
          ...node,
          version: 2,
          data: {
            ...node.data,
            kind: 'report',
            reason: 'reported',
            reference: 'report_number',
            promise: 'will-contact',
            withinHours: 48,
            next: { 'en-GB': 'We will write to you within 2 days.' },
          },
        }
      : node,
  ),
}

const panel = (chosen?: string) => (
  <WithBuilder chosen={chosen}>
    <div style={{ width: 300, height: 900 }}>
      <Inspector onHide={() => {}} />
    </div>
  </WithBuilder>
)
const of = (chosen?: string): StoryObj => ({ render: () => panel(chosen) })

export const ThisFlow = of()
export const Start = of('start')
export const End = of('end')
export const ReportedEnd: StoryObj = {
  render: () => (
    <WithBuilder flow={withReport} chosen="end">
      <div style={{ width: 300, height: 900 }}>
        <Inspector onHide={() => {}} />
      </div>
    </WithBuilder>
  ),
}
export const CallFlow = of('call')
export const Message = of('welcome')
export const Question = of('ask')
export const Interview = of('details')
export const SafetyCheck = of('safety')
export const IntentCapture = of('intent')
export const Condition = of('condition')
export const SetVariables = of('set')
export const OfficeHours = of('hours')
export const Route = of('route')
export const RagAnswer = of('answer')
const triesQuestion = (given: FakeAnswer, sees: RegExp): StoryObj => ({
  ...of('answer'),
  beforeEach: () => startFakeApi([given]),
  play: async ({ canvas }) => {
    const tries = within(await canvas.findByRole('region', { name: 'Try a question' }))
    await userEvent.type(tries.getByRole('textbox', { name: 'Try a question' }), 'i found a phone on the bus')
    await userEvent.click(tries.getByRole('button', { name: 'Ask' }))
    await tries.findByText(sees)
  },
})
export const TriesQuestion = triesQuestion(answer(knowledgeRoutes.ask, sampleTried), /certainty of 91 %/)
export const TriesQuestionInTheDark: StoryObj = {
  ...TriesQuestion,
  render: () => <DarkPage>{panel('answer')}</DarkPage>,
}
export const TriesQuestionUnsure = triesQuestion(
  answer(knowledgeRoutes.ask, {
    ...sampleTried,
    answer: null,
    confidence: 0.31,
    passages: sampleTried.passages.map((passage) => ({ ...passage, quoted: null })),
  }),
  /certainty of 31 %. 50 % is needed/,
)
export const TriesQuestionOfNothing = triesQuestion(
  answer(knowledgeRoutes.ask, { ...sampleTried, answer: null, confidence: 0, passages: [] }),
  /No approved document/,
)
export const TriesQuestionInVain = triesQuestion(
  refuse(knowledgeRoutes.ask, 'unavailable', 'The database does not answer.'),
  /could not be asked just now/,
)
export const HttpAction = of('submit')
export const TriesCall: StoryObj = {
  ...of('submit'),
  beforeEach: () =>
    startFakeApi([
      answer(connectionsRoutes.dryRunNode, {
        request: {
          method: 'POST',
          url: 'https://records.northmoor.example/reports',
          headers: [{ name: 'X-Api-Key', value: '••••••••' }],
          body: '{\n  "place": "Fell Park"\n}',
        },
        refused: null,
        answer: { status: 201, body: '{ "reference": "NM/26/118302" }', ms: 38 },
        failure: null,
      }),
    ]),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try this call' }))
    await userEvent.type(await canvas.findByRole('textbox', { name: /incident_place/ }), 'Fell Park')
    await userEvent.click(canvas.getByRole('button', { name: 'Show the call' }))
    await canvas.findByText('••••••••')
    await userEvent.click(await canvas.findByRole('button', { name: 'Use as the sample answer' }))
    await canvas.findByRole('button', { name: /reference.*NM/ })
  },
}
export const TriesCallInVain: StoryObj = {
  ...of('submit'),
  beforeEach: () => startFakeApi([refuse(connectionsRoutes.dryRunNode, 'not-found', 'There is no such connection.')]),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try this call' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Show the call' }))
    await canvas.findByText('There is no such connection.')
  },
}
export const Handover = of('operator')
export const Survey = of('survey')
export const Note = of('note')
export const Frame = of('frame')
export const Dark: StoryObj = { render: () => <DarkPage>{panel('submit')}</DarkPage> }
