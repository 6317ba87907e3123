import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { definitions } from '../../nodes/definitions.ts'
import { runtimes } from '../../nodes/runtimes.ts'
import { parseFlowText } from '../../schema/parse-flow.ts'
import { toRunnable } from '../contact/runnable-flow.ts'
import { assess } from '../safety/assess.ts'
import { openDetector } from '../safety/open-detector.ts'
import { walkContact } from '../testing/random-walk.ts'

/** SAFE-13 in full: so many contacts over all sample flows. `WALKS` asks for another number. */
const contacts = Number(process.env.WALKS ?? 100_000)
const folder = fileURLToPath(new URL('../../examples/flows/', import.meta.url))

/** Walks contacts through the sample flows while anything fails, and counts what was wrong. The first faults are named. */
export async function measureWalk(): Promise<Record<string, number | string>> {
  const detector = openDetector()
  const flows = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const parsed = parseFlowText(readFileSync(`${folder}${file}`, 'utf8'), definitions)
      if (!parsed.ok) throw new Error(`${file}: ${parsed.issues[0]?.message}`)
      return toRunnable(parsed.flow, 1, { definitions, runtimes })
    })
  let turns = 0
  let faulty = 0
  let first = 'none'
  const began = performance.now()
  for (let seed = 1; seed <= contacts; seed++) {
    const flow = flows[seed % flows.length]
    if (!flow) continue
    const walked = walkContact(flow, (text, earlier) => assess(text, earlier, detector), seed)
    turns += walked.turns
    if (walked.faults.length === 0) continue
    faulty++
    if (first === 'none') first = `seed ${seed}, ${flow.id}: ${walked.faults[0]}`
  }
  const seconds = (performance.now() - began) / 1_000
  return {
    contacts,
    turns,
    'contacts with a fault': faulty,
    'first fault': first,
    'turns per second': Math.round(turns / seconds),
  }
}
