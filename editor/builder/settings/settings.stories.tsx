import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import type { Flow } from '../../../schema/flow.ts'
import { DarkPage } from '../../testing/both-themes.tsx'
import { sampleFlow } from '../testing/sample-flow.ts'
import { WithBuilder } from '../testing/with-builder.tsx'
import { LocaleList } from './locale-list.tsx'
import { TagList } from './tag-list.tsx'
import { VariableList } from './variable-list.tsx'

const meta: Meta = { title: 'Builder/Settings of the flow' }
export default meta
const page = within(document.body)

const show = (children: ReactNode, part: Partial<Flow> = {}) => (
  <WithBuilder flow={{ ...sampleFlow, ...part }}>
    <div style={{ width: 276 }}>{children}</div>
  </WithBuilder>
)
const of = (children: ReactNode, part?: Partial<Flow>): StoryObj => ({ render: () => show(children, part) })

export const NoTags = of(<TagList />)
export const Tags = of(<TagList />, { tags: ['Web chat', 'Welsh', 'A tag with quite a few words in it'] })
export const TagsAreAddedAndTakenAway: StoryObj = {
  ...of(<TagList />, { tags: ['Web chat'] }),
  play: async () => {
    await userEvent.type(page.getByRole('textbox', { name: /Tags/ }), 'Nights{Enter}')
    await expect(page.getByText('Nights')).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: 'Remove the tag Web chat' }))
    await expect(page.queryByText('Web chat')).toBeNull()
  },
}
export const OneLanguage = of(<LocaleList />, { locales: ['en-GB'] })
export const TwoLanguages = of(<LocaleList />)
export const NoVariables = of(<VariableList />, { variables: [] })
export const Variables = of(<VariableList />)
export const Dark: StoryObj = {
  render: () => <DarkPage>{show(<TagList />, { tags: ['Web chat', 'Welsh'] })}</DarkPage>,
}
