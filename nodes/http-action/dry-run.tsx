import { useState } from 'react'
import type { TriedRequest } from '../../schema/api/connections.ts'
import { useNodeEditing } from '../kit/node-editor.ts'
import styles from './sample-answer.module.css'

/**
 * The call with values that a designer types: first shown as it would leave, then made once when they say so. The answer
 * can become the sample from which values are kept.
 */
export function DryRun() {
  const { kit, node, variables, dryRun, set } = useNodeEditing()
  const [open, setOpen] = useState(false)
  const [values, setValues] = useState<Record<string, string>>({})
  const [tried, setTried] = useState<TriedRequest>()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  if (!dryRun) return null
  if (!open)
    return (
      <div>
        <kit.Button size="s" onPress={() => setOpen(true)}>
          Try this call
        </kit.Button>
      </div>
    )
  const asked = namesIn(node.data, variables)
  const sends = node.data.method !== 'GET'

  function run(send: boolean) {
    setBusy(true)
    setProblem('')
    dryRun?.(values, send)
      .then(setTried, (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
      .finally(() => setBusy(false))
  }
  return (
    <section className={styles.sample} aria-label="Try this call">
      {asked.map((name) => (
        <kit.TextField
          key={name}
          label={name}
          optional
          value={values[name] ?? ''}
          onChange={(value) => {
            setValues({ ...values, [name]: value })
            setTried(undefined)
          }}
        />
      ))}
      <div className={styles.buttons}>
        <kit.Button size="s" isDisabled={busy} onPress={() => run(false)}>
          Show the call
        </kit.Button>
        {tried?.request && (
          <kit.Button size="s" variant="primary" isDisabled={busy} onPress={() => run(true)}>
            Send it once
          </kit.Button>
        )}
        {tried?.answer && isJson(tried.answer.body) && (
          <kit.Button size="s" onPress={() => set('sample', tried.answer?.body)}>
            Use as the sample answer
          </kit.Button>
        )}
      </div>
      {tried?.request && !tried.answer && sends && (
        <p>Sending is real: the other system takes it. Use details that are nobody’s.</p>
      )}
      {tried && <kit.TriedRequestView tried={tried} />}
      {problem !== '' && <p role="alert">{problem}</p>}
    </section>
  )
}

/** Variables that the settings of the call speak of. */
function namesIn({ path, query, body }: Record<string, unknown>, variables: readonly { name: string }[]): string[] {
  const text = JSON.stringify([path, query, body])
  return variables.map(({ name }) => name).filter((name) => new RegExp(`\\b${name}\\b`).test(text))
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
