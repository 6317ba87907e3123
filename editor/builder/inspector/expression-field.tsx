import { useEffect, useRef, useState } from 'react'
import type { ExpressionFieldProps } from '../../../nodes/kit/node-editor.ts'
import { TextArea } from '../../ui/text-area.tsx'
import type { ExpressionBox } from './expression-box.ts'
import styles from './inspector.module.css'

/**
 * An expression. It is a plain text area, and becomes a code editor with completion and help when somebody goes into it:
 * the editor is loaded then, and where it cannot be, the text area goes on.
 */
export function ExpressionField({ variables, expected, ...look }: ExpressionFieldProps) {
  const { label, value, onChange } = look
  const area = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const box = useRef<ExpressionBox>(undefined)
  const [code, setCode] = useState(false)
  const latest = useRef({ value, variables, onChange })
  latest.current = { value, variables, onChange }

  useEffect(() => box.current?.write(value), [value])
  useEffect(() => () => box.current?.close(), [])

  async function open() {
    if (box.current) return
    try {
      const { openExpressionBox } = await import('./expression-box.ts')
      const typing = area.current?.querySelector('textarea')
      if (box.current || !host.current || typing !== document.activeElement || !typing) return
      const at = typing.selectionEnd
      setCode(true)
      box.current = openExpressionBox(host.current, {
        label,
        text: latest.current.value,
        variables: () => latest.current.variables,
        expected,
        onChange: (text) => text !== latest.current.value && latest.current.onChange(text),
      })
      requestAnimationFrame(() => box.current?.focus(at))
    } catch {
      setCode(false)
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears of the focus of the field inside
    <div ref={area} onFocus={() => void open()}>
      <div className={styles.expression} hidden={!code}>
        {!look.hideLabel && <span className={styles.label}>{label}</span>}
        <div ref={host} className={styles.expressionBox} />
        {look.help && <p className={styles.help}>{look.help}</p>}
        {look.error && <p className={styles.wrong}>{look.error}</p>}
      </div>
      {!code && <TextArea {...look} mono rows={2} />}
    </div>
  )
}
