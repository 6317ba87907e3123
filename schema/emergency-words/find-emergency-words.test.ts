import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { findEmergencyWords } from './find-emergency-words.ts'

describe('findEmergencyWords', () => {
  it.each([
    'my husband is hitting me',
    'someone is breaking into my house',
    'he has a kn1fe',
    'k n i f e',
    'the kitchen is on fire',
    'she is not breathing',
    'im going to kill myself',
    "can't talk he's listening",
    'help',
    'he is going to kill me',
  ])('finds the danger in: %s', (text) => {
    const found = findEmergencyWords(text)
    expect(found).toBeDefined()
    expect(text.slice(found?.start, found?.end)).not.toBe('')
  })

  it.each(['we are filming a scene where he has a gun'])('would rather show the advice once too often: %s', (text) => {
    expect(findEmergencyWords(text)).toBeDefined()
  })

  it.each([
    'I lost my purse on the bus',
    'how do I renew my shotgun certificate',
    'nobody was hurt',
    'I was burgled in 2011',
    'dying to know when you open',
  ])('leaves the ordinary alone: %s', (text) => {
    expect(findEmergencyWords(text)).toBeUndefined()
  })

  it('is small enough for the widget: at most 12 kB, packed', async () => {
    const entry = new URL('find-emergency-words.ts', import.meta.url).pathname
    const built = await build({
      configFile: false,
      logLevel: 'error',
      build: { write: false, lib: { entry, formats: ['es'], fileName: 'words' }, minify: true },
    })
    const outputs = Array.isArray(built) ? built : [built]
    const code = outputs
      .flatMap((one) => ('output' in one ? one.output : []))
      .map((chunk) => ('code' in chunk ? chunk.code : ''))
    const size = gzipSync(code.join('')).length
    expect(size).toBeLessThan(12 * 1024)
  })
})
