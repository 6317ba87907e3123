import { expect, it } from 'vitest'
import { soundsDissatisfied } from './sounds-dissatisfied.ts'

it.each([
  'I’m fed up with this',
  'This is the fourth time I have told you and nothing has changed.',
  'you are not listening',
  'I already told you that',
  'its a complete waste of my time',
  'No one ever answers',
  'I want to make a complaint about this',
  'Rydw i wedi cael digon',
])('hears that somebody is not being helped: %s', (text) => expect(soundsDissatisfied(text)).toBe(true))

it.each([
  'My bike was stolen outside the library',
  'I told my neighbour about the noise',
  'thanks, that helps',
  'bloody kids broke my window',
  'It happened three times last week',
  'Is this the right place?',
])('hears nothing of it in: %s', (text) => expect(soundsDissatisfied(text)).toBe(false))
