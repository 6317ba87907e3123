import { UsageError } from './usage-error.ts'

/** A command: what it may be followed by, and what it does. Loaded when it is asked for. */
type Command = (parts: string[]) => Promise<void>

const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serve,
  demo: async () => (await import('./demo.ts')).demo,
  init: async () => (await import('./init.ts')).init,
  'flow check': async () => (await import('./flow-check.ts')).flowCheck,
  'flow compile': async () => (await import('./flow-compile.ts')).flowCompile,
  'flow run': async () => (await import('./flow-run.ts')).flowRun,
  'flow test': async () => (await import('./flow-test.ts')).flowTest,
  'safety eval': async () => (await import('./safety-eval.ts')).safetyEval,
  'intents eval': async () => (await import('./intents-eval.ts')).intentsEval,
  'knowledge eval': async () => (await import('./knowledge-eval.ts')).knowledgeEval,
  'knowledge ingest': async () => (await import('./knowledge-ingest.ts')).knowledgeIngest,
  'insights rebuild': async () => (await import('./insights-rebuild.ts')).insightsRebuild,
  schema: async () => (await import('./schema.ts')).writeSchema,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
}

const usage = `signpost serve                                        the server
signpost demo                                         the server, with a fictional force and eight weeks of contacts
signpost init --email E --password-stdin --site URL [--name N] [--force F] [--template T]
signpost flow check FILE [--json]                     1 if it may not be published
signpost flow compile FILE                            the machine, for XState tools
signpost flow run FILE [--script FILE] [--json]       talk to a flow
signpost flow test FILE                               1 on a failure
signpost safety eval FILE.jsonl [--failures]
signpost intents eval (--flow FILE | --train A.jsonl) --test B.jsonl
signpost knowledge eval --docs DIR --questions FILE.jsonl [--model NAME | --words]
signpost knowledge ingest FILE… --collection NAME     adds documents, as the upload screen does
signpost insights rebuild                             makes every figure again from what happened
signpost schema [FILE]                                the JSON Schema of flow documents
signpost backup FILE
signpost restore FILE [--force]                       while the server is stopped`

/** Runs the command that `words` begin with; `serve` where there is none. Faults are said in one line, with exit code 2. */
export async function runCommand(words: string[]): Promise<void> {
  const [first = 'serve', second = ''] = words
  const long = commands[`${first} ${second}`]
  const load = long ?? commands[first]
  if (!load || !Object.hasOwn(commands, long ? `${first} ${second}` : first)) {
    const asked = first === 'help' || first === '--help'
    console[asked ? 'log' : 'error'](usage)
    process.exitCode = asked ? 0 : 2
    return
  }
  try {
    await (await load())(words.slice(long ? 2 : 1))
  } catch (error) {
    console.error(error instanceof UsageError ? `${error.message}\n\n${usage}` : toLine(error))
    process.exitCode = 2
  }
}

function toLine(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
