import { useState } from 'react'
import { isRecord } from '../kit/editor/path.ts'
import { toText, useField } from '../kit/editor/use-field.ts'
import { type Option, useNodeEditing } from '../kit/node-editor.ts'
import styles from './sample-answer.module.css'
import { guessVariable, leavesOf } from './sample-leaves.ts'

interface Saved {
  from: string
  variable: string
  [more: string]: unknown
}

const createNew = '\n new'

/** A sample of the other system's answer: a press on a value keeps it in a variable. */
export function SampleAnswer() {
  const { kit, node, set, variables, createVariable } = useNodeEditing()
  const { value, set: setSample, ref } = useField('sample')
  const [chosen, setChosen] = useState<string>()
  const text = toText(value)
  const sample = parse(text)
  const saved = (Array.isArray(node.data.save) ? node.data.save : []).filter(isSaved)
  const leaves = sample.ok ? leavesOf(sample.value) : []
  const picked = leaves.find(({ path }) => path === chosen)
  const guess =
    picked &&
    guessVariable(
      picked,
      variables.map(({ name }) => name),
    )

  function keep(path: string, variable: string) {
    const rest = saved.filter(({ from }) => from !== path)
    set('save', variable === '' ? rest : [...rest, { from: path, variable }])
    setChosen(undefined)
  }
  const options: Option[] = [
    { value: '', label: 'Do not keep it' },
    ...variables.map(({ name, type }) => ({ value: name, label: name, help: type })),
    ...(guess ? [{ value: createNew, label: `New variable: ${guess.name}`, help: guess.type }] : []),
  ]
  return (
    <div className={styles.sample} ref={ref}>
      <kit.TextArea
        label="Sample answer"
        help="Paste what the other system answers. It stays with the flow, for designing and testing only: no real person’s details."
        mono
        rows={4}
        optional
        error={text === '' || sample.ok ? undefined : 'This is not JSON yet.'}
        placeholder={'{ "reference": "NM/26/118302" }'}
        value={text}
        onChange={(next) => setSample(next === '' ? undefined : next, true)}
      />
      {leaves.length > 0 && (
        <ul className={styles.leaves} aria-label="Values of the sample answer">
          {leaves.map(({ path, shown, reachable }) => {
            const kept = saved.find(({ from }) => from === path)?.variable
            return (
              <li key={path}>
                <button
                  type="button"
                  aria-pressed={chosen === path}
                  disabled={!reachable}
                  title={reachable ? undefined : 'Names with dots or spaces cannot be kept.'}
                  onClick={() => setChosen(chosen === path ? undefined : path)}
                >
                  <code>{path}</code>
                  <span>{shown}</span>
                  {kept && <b>→ {kept}</b>}
                </button>
                {chosen === path && (
                  <kit.SelectField
                    label={`Keep ${path} in`}
                    options={options}
                    value={kept ?? null}
                    placeholder="Choose a variable"
                    onChange={(name) => {
                      if (name !== createNew) keep(path, name)
                      else if (guess) {
                        createVariable(guess)
                        keep(path, guess.name)
                      }
                    }}
                  />
                )}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

function isSaved(entry: unknown): entry is Saved {
  return isRecord(entry) && typeof entry.from === 'string' && typeof entry.variable === 'string'
}

function parse(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}
