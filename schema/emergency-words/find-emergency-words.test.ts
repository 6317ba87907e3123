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
    const [hit] = findEmergencyWords(text)
    expect(hit?.live).toBe(true)
    expect(text.slice(hit?.start, hit?.end)).not.toBe('')
  })

  it.each([
    'my boss is going to kill me, I lost the keys', // an idiom that only the server's learned layer tells apart
  ])('would rather show the advice once too often: %s', (text) => {
    expect(findEmergencyWords(text)).not.toEqual([])
  })

  it.each([
    'I lost my purse on the bus',
    'how do I renew my shotgun certificate',
    'we are filming a scene where he has a gun',
    'nobody was hurt',
    'I was burgled in 2011',
    'dying to know when you open',
  ])('leaves the ordinary alone: %s', (text) => {
    expect(findEmergencyWords(text)).toEqual([])
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
    expect(gzipSync(code.join('')).length).toBeLessThan(12 * 1024)
  })
})
