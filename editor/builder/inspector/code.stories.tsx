import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { useFlow } from '../builder-context.tsx'
import { WithBuilder } from '../testing/with-builder.tsx'
import { ExpressionField } from './expression-field.tsx'
import JsonTab from './json-tab.tsx'

const meta: Meta = { title: 'Builder/Code' }
export default meta
const page = within(document.body)

function Json({ id, lost }: { id: string; lost: boolean }) {
  const node = useFlow().nodes.find((each) => each.id === id)
  return node ? <JsonTab node={node} {...(lost ? { openBox: cannotLoad } : {})} /> : null
}
const json =
  (id: string, lost = false) =>
  () => (
    <WithBuilder chosen={id}>
      <div style={{ width: 360, height: 640 }}>
        <Json id={id} lost={lost} />
      </div>
    </WithBuilder>
  )
const cannotLoad = () => Promise.reject(new Error('Offline'))

export const ProblemsAreMarkedAtTheirPlace: StoryObj = {
  render: json('set'),
  play: async () => {
    await waitFor(() => expect(document.querySelector('.monaco-editor .squiggly-error')).not.toBeNull(), {
      timeout: 15_000,
    })
    const [problem] = await page.findAllByRole('button', { name: /^assignments\./ })
    if (problem) await userEvent.click(problem)
    await expect(document.querySelector('.monaco-editor.focused')).not.toBeNull()
  },
}
export const JsonWithoutTheCodeEditor: StoryObj = {
  render: json('welcome', true),
  play: async () => {
    await page.findByText(/could not be loaded/)
    const box = page.getByRole('textbox', { name: 'Settings as JSON' })
    await userEvent.clear(box)
    await userEvent.type(box, '{{ "text": "Good morning." }')
    await expect(box).toHaveValue('{ "text": "Good morning." }')
    await expect(page.queryByText(/not JSON yet/)).toBeNull()
  },
}

function Expression() {
  const [value, setValue] = useState('hurt')
  return (
    <ExpressionField
      label="When"
      value={value}
      onChange={setValue}
      variables={[{ name: 'hurt', type: 'boolean' }]}
      loadBox={cannotLoad}
    />
  )
}
export const ExpressionWithoutTheCodeEditor: StoryObj = {
  render: () => <Expression />,
  play: async () => {
    const box = page.getByRole('textbox', { name: 'When' })
    await userEvent.click(box)
    await userEvent.type(box, ' == true')
    await expect(box).toHaveValue('hurt == true')
  },
}
