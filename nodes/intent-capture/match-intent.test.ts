import { describe, expect, it } from 'vitest'
import { matchIntent, stems } from './match-intent.ts'

const intents = [
  { id: 'lost', phrases: ['Lost property', 'I left my bag on the bus', 'I lost my wallet'] },
  { id: 'found', phrases: ['Found property', 'I found a wallet in the street'] },
  { id: 'noise', phrases: ['Noise', 'my neighbours play loud music all night'] },
  { id: 'theft', phrases: ['Theft', 'my bike was stolen from outside the station'] },
]

describe('matchIntent', () => {
  it.each([
    ['I left my bag on the bus', 'lost'],
    ['left a bag on a bus', 'lost'],
    ['lost property', 'lost'],
    ['someone stole my bicycle outside the station', 'theft'],
    ['LOUD MUSIC from the neighbours!!!', 'noise'],
  ])('is sure of "%s"', (text, id) => {
    expect(matchIntent(text, intents)).toEqual({ kind: 'sure', id })
  })

  it('asks back between the two that share the words', () => {
    expect(matchIntent('a wallet', intents)).toEqual({ kind: 'close', ids: ['lost', 'found'] })
  })

  it('asks back about one when it is little to go by', () => {
    expect(matchIntent('there was music in the park on Sunday by a brass band', intents)).toMatchObject({
      ids: ['noise'],
    })
  })

  it.each(['Where can I buy a parrot?', 'qwertyuiop'])('says none of these to "%s"', (text) => {
    expect(matchIntent(text, intents)).toEqual({ kind: 'none' })
  })

  it.each(['', 'Hello', 'hi there, good morning', '???', 'the'])('finds nothing to go by in "%s"', (text) => {
    expect(matchIntent(text, intents)).toEqual({ kind: 'empty' })
  })

  it('says none when there are no intents', () => {
    expect(matchIntent('my bike', [])).toEqual({ kind: 'none' })
  })

  it('brings forms of a word together', () => {
    expect(stems('bikes')).toEqual(stems('bicycle'))
    expect(stems('stolen')).toEqual(stems('theft'))
    expect(stems('noisy parties')).toEqual(stems('noise party'))
  })
})
