import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { BothThemes, DarkPage } from '../testing/both-themes.tsx'
import { CheckboxField } from './checkbox-field.tsx'
import { RadioGroupField } from './radio-group-field.tsx'
import { SelectField } from './select-field.tsx'
import { SwitchField } from './switch-field.tsx'

const meta: Meta = { title: 'Kit/Choices' }
export default meta

const departments = [
  { value: 'crime', label: 'Crime recording' },
  { value: 'neighbourhood', label: 'Neighbourhood', help: 'Open to 10pm' },
]

export const Checks: StoryObj = {
  render: () => (
    <BothThemes>
      <CheckboxField label="Check identity" defaultSelected />
      <CheckboxField label="Off" help="Nothing is looked up." />
      <CheckboxField label="Only an admin" isDisabled />
      <SwitchField label="On" defaultSelected />
      <SwitchField label="Off" />
      <SwitchField label="Only an admin" isDisabled />
    </BothThemes>
  ),
}
export const Radios: StoryObj = {
  render: () => (
    <BothThemes>
      <RadioGroupField label="Escape key" defaultValue="crime" options={departments} />
      <RadioGroupField label="Department" inline options={departments} error="Choose one" />
    </BothThemes>
  ),
}
export const Select: StoryObj = {
  render: () => (
    <BothThemes>
      <Pick />
      <SelectField
        label="Department"
        options={departments}
        value={null}
        onChange={() => {}}
        error="Choose a department"
      />
      <SelectField label="Department" options={departments} value="crime" onChange={() => {}} isDisabled />
    </BothThemes>
  ),
}
/** One ring, around what the keys change. */
export const SelectFocused: StoryObj = {
  render: () => <Pick />,
  play: async ({ canvasElement }) => {
    await userEvent.tab()
    const button = within(canvasElement).getByRole('button')
    await expect(button).toHaveFocus()
    const ringed = [...canvasElement.querySelectorAll('*')].filter(
      (each) => getComputedStyle(each).boxShadow !== 'none',
    )
    await expect(ringed).toEqual([button])
  },
}
export const SelectOpen: StoryObj = {
  render: () => <Pick />,
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button'))
    await within(document.body).findByRole('listbox')
  },
}
export const SelectOpenDark: StoryObj = {
  ...SelectOpen,
  render: () => (
    <DarkPage>
      <Pick />
    </DarkPage>
  ),
}

function Pick() {
  const [department, setDepartment] = useState('crime')
  return <SelectField label="Department" options={departments} value={department} onChange={setDepartment} />
}
