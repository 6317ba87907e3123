import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { z } from 'zod'
import type { Event } from '../../schema/event.ts'
import { TestStep } from '../../schema/flow.ts'
import { Input } from '../../schema/input.ts'
import { plainText } from '../../schema/markup.ts'
import type { Prompt } from '../../schema/prompt.ts'
import { operatorCause, type Play, startPlay } from '../contact/play.ts'
import { openStage } from './open-stage.ts'
import { oneFile, readWords } from './read-words.ts'

type ScriptStep = Pick<TestStep, 'input' | 'wait' | 'operator'>

/** A script: words to say, inputs, or the steps of a test; as a list, or under `steps`. */
const Line = z.union([
  z.string().transform((text): ScriptStep => ({ input: toText(text) })),
  Input.transform((input): ScriptStep => ({ input })),
  TestStep.transform((step): ScriptStep => step),
])
const Script = z.union([z.array(Line), z.object({ steps: z.array(Line) }).transform(({ steps }) => steps)])

/** Plays a flow: with a person at the terminal, or by a script. Prints the events, as text or one JSON each line. */
export async function flowRun(words: string[]): Promise<void> {
  const { options, rest } = readWords(words, { script: 'string', json: 'boolean' })
  const { runnable, assess, understand } = await openStage(oneFile(rest))
  const departments = ['control-room', 'safeguarding'].map((id) => ({
    id,
    name: id,
    open: true,
    operators: 1,
    waiting: 0,
  }))
  const script = options.script === undefined ? undefined : readScript(options.script)
  const play = startPlay(runnable, { assess, understand, now: Date.now(), departments })
  let shown = 0
  const show = () => {
    for (const event of play.events.slice(shown)) print(event, options.json ?? false)
    shown = play.events.length
  }
  show()
  if (!script) return converse(play, show)
  for (const step of script) {
    if (step.wait !== undefined) play.wait(step.wait)
    const refusals = [
      step.input && play.send(step.input),
      step.operator && play.take(operatorCause(step.operator.does, step.operator.text)),
    ]
    show()
    for (const taken of refusals)
      if (taken && !Array.isArray(taken)) throw new Error(`A step of the script was refused: ${taken.refused}.`)
  }
}

function readScript(file: string): ScriptStep[] {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const script = Script.safeParse(value)
  if (script.success) return script.data
  throw new Error(
    `${file} is no script. It has to be a list of words, inputs or test steps, or to have one as "steps".`,
  )
}

async function converse(play: Play, show: () => void): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  console.log('Type an answer, the number of a choice, /skip, /person, or /wait SECONDS. Ctrl+D ends.')
  try {
    for await (const line of terminal) {
      const wait = /^\/wait (\d+)$/.exec(line.trim())?.[1]
      if (wait !== undefined) play.wait(Number(wait) * 1_000)
      else if (line.trim() !== '') {
        const taken = play.send(toInput(line.trim(), play.state.prompt?.prompt))
        if (!Array.isArray(taken)) console.log(`(not taken: ${taken.refused})`)
      }
      show()
      if (play.state.closed) return
    }
  } finally {
    terminal.close()
  }
}

/** What somebody typed, as the input that the prompt asks for. */
function toInput(line: string, prompt: Prompt | undefined): Input {
  if (line === '/skip') return { kind: 'skip' }
  if (line === '/person') return { kind: 'person' }
  if (prompt?.expects === 'rating')
    return { kind: 'rating', csat: Math.min(5, Math.max(1, Math.round(Number(line)) || 3)) }
  const chosen = line.split(',').map((part) => toValue(part.trim(), prompt))
  if (prompt?.expects === 'choices') return { kind: 'choices', values: chosen }
  const [value = line] = chosen
  if (prompt?.choices?.some((choice) => choice.value === value)) return { kind: 'choice', value }
  const [field] = prompt?.fields ?? []
  if (prompt?.expects === 'fields' && field) return { kind: 'fields', values: { [field.id]: line } }
  return toText(line)
}

function toValue(part: string, prompt: Prompt | undefined): string {
  const choices = prompt?.choices ?? []
  const byNumber = choices[Number(part) - 1]
  return byNumber?.value ?? choices.find(({ label }) => label.toLowerCase() === part.toLowerCase())?.value ?? part
}

function print(event: Event, json: boolean): void {
  if (json) console.log(JSON.stringify(event))
  else if (event.type === 'message') console.log(`${event.from === 'visitor' ? '> ' : ''}${plainText(event.text)}`)
  else if (event.type === 'advice') console.log(event.lines.map((line) => `!! ${plainText(line)}`).join('\n'))
  else if (event.type === 'prompt')
    for (const [index, { label }] of (event.choices ?? []).entries()) console.log(`   ${index + 1}. ${label}`)
  else console.log(`(${JSON.stringify(event)})`)
}

function toText(text: string): Input {
  return { kind: 'text', text }
}
