import { writeFileSync } from 'node:fs'
import { emergencyRules } from '../../schema/emergency-words/emergency-rules.ts'
import { safeguardingRules } from './safeguarding-rules.ts'
import { wordListHash } from './word-list-hash.ts'

/** Writes down the hash of the word list after somebody has read its changes; the detector opens only with that list. */
const hash = wordListHash([...emergencyRules, ...safeguardingRules])
const text = `/** The hash of the word list as it was last reviewed; \`npx node runtime/safety/review-word-list.ts\` writes it anew. */
export const reviewedHash = '${hash}'
`
writeFileSync(new URL('reviewed-hash.ts', import.meta.url), text)
console.log(`Reviewed: ${hash}`)
