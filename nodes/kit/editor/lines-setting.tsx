import { type ReactNode, useEffect, useState } from 'react'
import { useNodeEditing } from '../node-editor.ts'
import styles from './fields.module.css'
import { useField } from './use-field.ts'

interface LinesSettingProps {
  field: string
  label: string
  help?: ReactNode
  rows?: number
}

/** A list of short texts, one on each line. Empty lines are not kept. */
export function LinesSetting({ field, label, help, rows }: LinesSettingProps) {
  const { kit } = useNodeEditing()
  const { value, set, error, advice, ref } = useField(field, true)
  const lines = Array.isArray(value) ? value.map(String) : []
  const [text, setText] = useState(lines.join('\n'))
  const same = toLines(text).join('\n') === lines.join('\n')
  useEffect(() => {
    if (!same) setText(lines.join('\n'))
  })
  return (
    <div ref={ref}>
      <kit.TextArea
        label={`${label} (${lines.length})`}
        help={help}
        error={error}
        rows={rows}
        value={same ? text : lines.join('\n')}
        onChange={(next) => {
          setText(next)
          set(toLines(next), true)
        }}
      />
      {advice && <p className={styles.advice}>{advice}</p>}
    </div>
  )
}

function toLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
