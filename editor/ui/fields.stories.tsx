import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { BothThemes } from '../testing/both-themes.tsx'
import { Button } from './button.tsx'
import { NumberField } from './number-field.tsx'
import { SearchField } from './search-field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'
import { TimeField } from './time-field.tsx'

const meta: Meta = { title: 'Kit/Fields' }
export default meta

export const Text: StoryObj = {
  render: () => (
    <BothThemes>
      <TextField label="Name" optional placeholder="For example, Look up report" />
      <TextField label="Name" defaultValue="Look up report" />
      <TextField label="Time limit" defaultValue="eight" error="Enter a number of seconds, such as 8" />
      <TextField label="Connection" defaultValue="Northmoor records" isDisabled help="Only an admin can change this." />
      <TextField label="Address" hideLabel mono defaultValue="https://records.example" />
    </BothThemes>
  ),
}
export const Large: StoryObj = {
  render: () => (
    <BothThemes>
      <TextField
        size="l"
        label="Password"
        help="15 characters or more. Three random words work well."
        type="password"
        defaultValue="larch-kettle-orbit"
        suffix={<Button size="s">Show</Button>}
      />
      <TextField size="l" label="Your website address" defaultValue="northmoor" error="Add the ending of the address" />
    </BothThemes>
  ),
}
export const Area: StoryObj = {
  render: () => (
    <BothThemes>
      <TextArea label="What changed, and why" defaultValue="Look-up time-outs now go to a person." />
      <TextArea label="Words" error="Say something, or take this node away." />
    </BothThemes>
  ),
}
export const Numbers: StoryObj = {
  render: () => (
    <BothThemes>
      <NumberField label="Time limit" unit="seconds" defaultValue={8} minValue={1} />
      <NumberField label="Tries" defaultValue={3} error="Use 1 to 5" />
      <NumberField label="Tries" defaultValue={3} isDisabled />
    </BothThemes>
  ),
}
export const Searching: StoryObj = { render: () => <Find /> }

function Find() {
  const [words, setWords] = useState('bike')
  return (
    <BothThemes>
      <SearchField label="Find a flow" keys="/" />
      <SearchField label="Find a node" value={words} onChange={setWords} />
    </BothThemes>
  )
}

export const Time: StoryObj = {
  render: () => <Opens />,
  play: async () => {
    const field = within(document.body).getByRole('textbox', { name: 'Opens' })
    await userEvent.clear(field)
    await userEvent.type(field, '930')
    await userEvent.tab()
    await expect(field).toHaveValue('09:30')
  },
}

function Opens() {
  const [time, setTime] = useState('08:00')
  return <TimeField label="Opens" value={time} onChange={setTime} />
}
