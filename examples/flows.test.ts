import { describe, expect, it } from 'vitest'
import { definitions } from '../nodes/definitions.ts'
import { checkFlow } from '../schema/check-flow.ts'
import { textsIn } from '../schema/check-node.ts'
import type { Flow } from '../schema/flow.ts'
import { formatFlow } from '../schema/format-flow.ts'
import { plainText } from '../schema/markup.ts'
import { parseNodeData } from '../schema/node-definition.ts'
import { parseFlowText } from '../schema/parse-flow.ts'
import type { Text } from '../schema/text.ts'
import departments from './force/departments.json' with { type: 'json' }
import { flowFiles, openWordRules, play, readFlow, runnable, type World } from './play-flow.ts'

const detector = openWordRules()
const fixedIntents =
  'lost_property found_property noise_nuisance antisocial_behaviour road_collision parking_obstruction speeding_dangerous_driving theft_report criminal_damage fraud_scam burglary_report update_existing_report neighbour_dispute abandoned_vehicle firearms_licensing police_check_dbs complaint_about_police praise_thanks information_intelligence missing_pet_or_dangerous_dog event_or_roadworks_info recruitment speak_to_human'.split(
    ' ',
  )
/** Words that visitors do not meet here, and why: ours, not theirs; more than we know; not how anybody talks. */
const unwanted =
  /\b(incident|utilise|regarding|kindly|please note|en route|will attend|will visit you|officers will|has been recorded|bot|ticket|workflow)\b|!/i

for (const file of flowFiles()) {
  const { flow, text } = readFlow(file)
  const covered = new Set<string>()

  describe(file, () => {
    it('has no faults and nothing to advise', () => {
      expect(checkFlow(flow, definitions)).toEqual([])
    })

    it('comes out of reading and writing as it went in, byte for byte', () => {
      const parsed = parseFlowText(text, definitions)
      expect(parsed.ok && parsed.migrated).toEqual([])
      expect(parsed.ok && formatFlow(parsed.flow)).toBe(text)
    })

    describe('stored tests', () => {
      const compiled = runnable(flow)
      for (const test of flow.tests)
        it(test.name, () => {
          const asked: string[] = []
          const perform: World['perform'] = (effect, node) => {
            if (effect.kind === 'answer') asked.push(`${node}: ${effect.question}`)
            return undefined
          }
          const result = play(compiled, test, detector, { perform })
          for (const entry of result.covered) covered.add(entry)
          expect(result.divergences).toEqual([])
          // Whatever documents a force has: each test says itself what they answer.
          expect(asked).toEqual([])
        })
    })

    it('is covered by its stored tests: every node, and nine connections of ten', () => {
      const nodes = flow.nodes.filter(({ type }) => type !== 'note').map(({ id }) => id)
      const missed = flow.edges.filter(({ source, sourceHandle }) => !covered.has(`${source} outcome.${sourceHandle}`))
      const share = (100 * (flow.edges.length - missed.length)) / flow.edges.length
      console.log(
        `${file}: ${nodes.length} nodes; ${flow.edges.length} connections, ${share.toFixed(1)} % taken` +
          (missed.length > 0 ? `; not taken: ${missed.map(({ id }) => id).join(', ')}` : ''),
      )
      expect(nodes.filter((id) => !covered.has(id))).toEqual([])
      expect(share).toBeGreaterThanOrEqual(90)
    })

    it('says everything in English and Welsh, and marks the Welsh as a draft', () => {
      expect(flow.locales).toEqual(['en-GB', 'cy-GB'])
      for (const { field, text } of textsOf(flow))
        if (typeof text !== 'string') expect(Object.keys(text), field).toEqual(['en-GB', 'cy-GB'])
      expect(flow.notes.map(({ text }) => text).join(' ')).toContain('Welsh in this flow is a draft')
    })

    it('speaks plain English: short sentences, and none of the words that promise or obscure', () => {
      const found = textsOf(flow).flatMap(({ field, text }) => {
        const words = plainText(typeof text === 'string' ? text : (text['en-GB'] ?? ''))
        const long = words.split(/(?<=[.?])\s+|\n+/).filter((sentence) => sentence.split(/\s+/).length > 15)
        return [...long, ...(unwanted.test(words) ? [words] : [])].map((sentence) => `${field}: ${sentence}`)
      })
      expect(found).toEqual([])
    })

    it('says in its first message that it is automated', () => {
      const [start] = flow.edges.filter(({ source }) => source === 'start')
      const second = flow.nodes.find(({ id }) => id === start?.target)
      const hello = second?.type === 'message' ? second : flow.nodes.find(({ id }) => id === 'hello')
      expect(JSON.stringify(hello?.data)).toContain('This is an automated chat')
    })

    it('lies readably on the canvas: columns 320 apart, on the grid of 8, nothing on top of anything', () => {
      const nodes = flow.nodes.filter(({ type }) => type !== 'note')
      for (const { id, position } of nodes) {
        expect(position.x % 320, id).toBe(0)
        expect(position.y % 8, id).toBe(0)
      }
      const boxes = nodes.map((node) => ({ id: node.id, ...node.position, height: heightOf(node) }))
      const over = boxes.flatMap((upper) =>
        boxes
          .filter((lower) => lower !== upper && lower.x === upper.x && lower.y >= upper.y)
          .filter((lower) => lower.y < upper.y + upper.height + 16)
          .map((lower) => `${lower.id} is too near to ${upper.id}`),
      )
      expect(over).toEqual([])
    })

    it('hands over to departments that the sample force has', () => {
      const named = [...text.matchAll(/"department": "([^"]+)"/g)].map(([, id]) => id)
      const known = departments.departments.map(({ id }) => id)
      expect(named.filter((id) => !known.includes(id ?? ''))).toEqual([])
    })
  })
}

describe('the starter flow', () => {
  const { flow, text } = readFlow('101-non-emergency.json')
  const capture = flow.nodes.find(({ type }) => type === 'intent-capture')
  const intents = capture?.data.intents as { id: string; examples: string[] }[]

  it('knows the 23 matters, each by ten sentences or more', () => {
    expect(intents.map(({ id }) => id)).toEqual(fixedIntents)
    for (const { id, examples } of intents) {
      expect(examples.length, id).toBeGreaterThanOrEqual(10)
      expect(examples.length, id).toBeLessThanOrEqual(25)
    }
  })

  it('routes to each of the eight departments', () => {
    const known = departments.departments.map(({ id }) => id)
    expect(known).toHaveLength(8)
    for (const id of known) expect(text).toContain(`"department": "${id}"`)
  })

  it('tells a reference only after the records system gave one', () => {
    for (const { id, type, data } of flow.nodes) {
      if (type !== 'message' || !/_reference \}\}/.test(JSON.stringify(data)) || id.startsWith('status')) continue
      const ways = flow.edges.filter(({ target }) => target === id)
      expect(
        ways.map(({ sourceHandle }) => sourceHandle),
        id,
      ).toEqual(['succeeded'])
    }
  })
})

/** Height of a card in the builder: its head, its summary, and a row for each outcome where there are several. */
function heightOf(node: Flow['nodes'][number]): number {
  const parsed = parseNodeData(node, definitions)
  const rows = parsed.ok ? parsed.definition.outcomes(parsed.data).length : 0
  return 66 + (rows > 1 ? rows * 24 + 6 : 0)
}

/** Every text that visitors read, with its place. Paths of requests are not read. */
function textsOf(flow: Flow): { field: string; text: Text }[] {
  return flow.nodes.flatMap((node) => {
    const parsed = parseNodeData(node, definitions)
    if (!parsed.ok) return []
    return (parsed.definition.texts?.(parsed.data) ?? []).flatMap(({ field, text }) =>
      text === undefined || textsIn(text).every((words) => words === '') || field.startsWith('path.')
        ? []
        : [{ field: `${node.id}.${field}`, text }],
    )
  })
}
