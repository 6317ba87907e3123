import { describe, expect, it } from 'vitest'
import type { Command } from '../ui/commands.ts'
import { findCommands } from './find-commands.ts'

const command = (group: string, title: string, also = ''): Command => ({ id: title, group, title, also, run: () => {} })
const all = [
  command('Nodes', 'Ask for the report'),
  command('Nodes', 'Report received'),
  command('Nodes', 'Unreported'),
  command('Actions', 'Publish…', 'release report live'),
  command('Settings', 'Sites'),
]
const titles = (words: string) =>
  findCommands(all, words).map((group) => [group.name, ...group.commands.map(({ title }) => title)])

describe('finding anything', () => {
  it('puts what begins with the words first, and the best group first', () => {
    expect(titles('report')).toEqual([
      ['Nodes', 'Report received', 'Ask for the report', 'Unreported'],
      ['Actions', 'Publish…'],
    ])
  })
  it('puts what is there before what would be made', () => {
    const made = { ...command('Add a node', 'Add Message'), makes: true }
    const there = { ...command('Nodes', 'Say hello'), detail: 'Message' }
    expect(findCommands([made, there], 'message').map(({ name }) => name)).toEqual(['Nodes', 'Add a node'])
    expect(findCommands([made, there], 'add mess').map(({ name }) => name)).toEqual(['Add a node'])
  })
  it('wants every word, in whatever order', () => {
    expect(titles('report ask')).toEqual([['Nodes', 'Ask for the report']])
    expect(titles('report nothing')).toEqual([])
  })
  it('shows the first few of each group before anything is typed', () => {
    const many = Array.from({ length: 20 }, (_, index) => command('Nodes', `Node ${index}`))
    expect(findCommands(many, '')[0]?.commands).toHaveLength(6)
  })
})
