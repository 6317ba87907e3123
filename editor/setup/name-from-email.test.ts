import { expect, it } from 'vitest'
import { nameFromEmail } from './name-from-email.ts'

it.each([
  ['meera.shah@northmoor.police.uk', 'Meera Shah'],
  [' anne-marie_o@x.uk', 'Anne Marie O'],
  ['admin', 'Admin'],
])('calls %s %s', (email, name) => expect(nameFromEmail(email)).toBe(name))
