import { expect, test } from 'vitest'
import { nameFromSite } from './starter-force.ts'

test.each([
  ['https://www.northmoor.police.uk', 'Northmoor Police'],
  ['https://thames-valley.police.uk', 'Thames Valley Police'],
  ['https://www.police.example', 'Police'],
  ['http://localhost:9000', 'Localhost'],
])('%s is a page of %s', (origin, name) => {
  expect(nameFromSite(origin)).toBe(name)
})
