import type { Meta, StoryObj } from '@storybook/react-vite'
import { DarkPage } from '../../testing/both-themes.tsx'
import { WithBuilder } from '../testing/with-builder.tsx'
import { Inspector } from './inspector.tsx'

const meta: Meta = { title: 'Builder/Inspector' }
export default meta

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
export const HttpAction = of('submit')
export const Handover = of('operator')
export const Survey = of('survey')
export const Note = of('note')
export const Frame = of('frame')
export const Dark: StoryObj = { render: () => <DarkPage>{panel('submit')}</DarkPage> }
