import { expect, it } from 'vitest'
import { readWebsiteAddress } from './website-address.ts'

it.each([
  ['www.northmoor.police.uk', 'https://www.northmoor.police.uk'],
  ['https://www.northmoor.police.uk/contact?from=1', 'https://www.northmoor.police.uk'],
  [' NORTHMOOR.police.uk ', 'https://northmoor.police.uk'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['localhost:3000', 'http://localhost:3000'],
  ['192.168.1.20:8080', 'https://192.168.1.20:8080'],
])('reads %s as %s', (typed, origin) => expect(readWebsiteAddress(typed)).toEqual({ ok: true, origin }))

it.each([
  ['', /Enter the address/],
  ['northmoor', /Add the ending/],
  ['www.northmoor.police', /Add the ending/],
  ['our website', /as it stands in the browser/],
  ['meera@northmoor.police.uk', /as it stands in the browser/],
  ['javascript:alert(1)', /as it stands in the browser|Add the ending/],
])('says how to put "%s" right', (typed, words) =>
  expect(readWebsiteAddress(typed)).toEqual({ ok: false, error: expect.stringMatching(words) }),
)
