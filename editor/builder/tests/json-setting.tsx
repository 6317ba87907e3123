import { useState } from 'react'
import { useField } from '../../../nodes/kit/editor/use-field.ts'
import { TextArea } from '../../ui/text-area.tsx'

/** A value as JSON. What is half typed stays in the field, and the value as it was. */
export function JsonSetting({ field, label }: { field: string; label: string }) {
  const { value, set } = useField(field)
  const stored = value === undefined ? '' : JSON.stringify(value, undefined, 2)
  const [text, setText] = useState(stored)
  const parsed = parse(text)
  const mine = parsed.ok && JSON.stringify(parsed.value) === JSON.stringify(value)
  return (
    <TextArea
      label={label}
      mono
      rows={4}
      error={parsed.ok ? undefined : 'This is not JSON yet.'}
      value={mine || !parsed.ok ? text : stored}
      onChange={(next) => {
        setText(next)
        const read = parse(next)
        if (read.ok) set(read.value, true)
      }}
    />
  )
}

function parse(text: string): { ok: true; value: unknown } | { ok: false } {
  if (text.trim() === '') return { ok: true, value: undefined }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}
