import { measureAdvice } from './measure-advice.ts'
import { measureCanvas } from './measure-canvas.ts'
import { measureCompile } from './measure-compile.ts'
import { measureContacts } from './measure-contacts.ts'
import { measureInbox } from './measure-inbox.ts'
import { measureIngest } from './measure-ingest.ts'
import { measureInsights } from './measure-insights.ts'
import { measureIntents } from './measure-intents.ts'
import { measureKnowledge } from './measure-knowledge.ts'
import { measureSafety } from './measure-safety.ts'
import { measureSignIn } from './measure-sign-in.ts'
import { measureTurns } from './measure-turns.ts'
import { measureWaits } from './measure-waits.ts'
import { measureWalk } from './measure-walk.ts'

/** `npm run bench [name]`: every measurement, or those whose name holds the word. Prints JSON, then a table. */
const measurements = {
  turns: measureTurns,
  compile: measureCompile,
  contacts: measureContacts,
  canvas: measureCanvas,
  inbox: measureInbox,
  ingest: measureIngest,
  intents: measureIntents,
  insights: measureInsights,
  knowledge: measureKnowledge,
  safety: measureSafety,
  advice: measureAdvice,
  'sign-in': measureSignIn,
  waits: measureWaits,
  walk: measureWalk,
}

const wanted = process.argv[2]
const results: Record<string, Record<string, number | string>> = {}
for (const [name, measure] of Object.entries(measurements)) {
  if (wanted && !name.includes(wanted)) continue
  console.error(`Measuring ${name} …`)
  results[name] = await measure()
}
console.log(JSON.stringify(results, undefined, 2))
for (const [name, figures] of Object.entries(results)) {
  console.log(`\n${name}`)
  for (const [figure, value] of Object.entries(figures)) console.log(`  ${figure.padEnd(44)} ${value}`)
}
process.exit(0)
