import { expect, it } from 'vitest'
import { definitions } from '../../nodes/definitions.ts'
import { nodeIcons } from './node-icons.ts'

it('has the icon that every type of node names', () => {
  const missing = [...definitions.values()].map(({ icon }) => icon).filter((icon) => !(icon in nodeIcons))
  expect(missing).toEqual([])
})
