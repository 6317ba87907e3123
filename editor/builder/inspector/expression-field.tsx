import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ExpressionFieldProps } from '../../../nodes/kit/node-editor.ts'
import { TextArea } from '../../ui/text-area.tsx'
import type { ExpressionBox, openExpressionBox } from './expression-box.ts'
import styles from './inspector.module.css'

interface Props extends ExpressionFieldProps {
  /** Loads the code editor; stories give one that cannot. */
  loadBox?: typeof loadExpressionBox
}

function loadExpressionBox() {
  return import('./expression-box.ts')
}

/**
 * An expression. It is a plain text area, and becomes a code editor with completion and help when somebody goes into it:
 * the editor is loaded then, and where it cannot be, the text area goes on.
 */
export function ExpressionField({ variables, expected, loadBox = loadExpressionBox, ...look }: Props) {
  const { label, value, onChange } = look
  const area = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const box = useRef<ExpressionBox>(undefined)
  const [code, setCode] = useState<{ open: typeof openExpressionBox; at: number }>()
  const latest = useRef({ value, variables, onChange })
  latest.current = { value, variables, onChange }

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, when the code editor has been loaded
  useLayoutEffect(() => {
    if (!code || !host.current) return
    const opened = code.open(host.current, {
      label,
      text: latest.current.value,
      variables: () => latest.current.variables,
      expected,
      onChange: (text) => text !== latest.current.value && latest.current.onChange(text),
    })
    box.current = opened
    opened.focus(code.at)
    return () => {
      box.current = undefined
      opened.close()
    }
  }, [code])
  useEffect(() => box.current?.write(value), [value])

  async function load() {
    if (code) return
    try {
      const { openExpressionBox: open } = await loadBox()
      const typing = area.current?.querySelector('textarea')
      // Whoever has left the field in the meantime is not called back to it.
      if (typing && typing === document.activeElement) setCode({ open, at: typing.selectionEnd })
    } catch {
      setCode(undefined)
    }
  }
  if (!code)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: it hears of the focus of the field inside
      <div ref={area} onFocus={() => void load()}>
        <TextArea {...look} mono rows={2} />
      </div>
    )
  return (
    <div>
      {!look.hideLabel && <span className={styles.label}>{label}</span>}
      <div ref={host} className={styles.expressionBox} />
      {look.help && <p className={styles.help}>{look.help}</p>}
      {look.error && <p className={styles.wrong}>{look.error}</p>}
    </div>
  )
}
