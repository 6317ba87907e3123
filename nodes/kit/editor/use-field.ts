import { type RefObject, useEffect, useRef } from 'react'
import { useNodeEditing } from '../node-editor.ts'
import { getPath } from './path.ts'

/** One setting of the node: its value as it is now, the way to change it, and what is wrong with it. */
export interface Field {
  value: unknown
  set: (value: unknown, typing?: boolean) => void
  error: string | undefined
  advice: string | undefined
  /** For the element around the control: it is brought into view when a problem here is pressed. */
  ref: RefObject<HTMLDivElement | null>
}

/** Binds a control to the setting at `path`. Problems of settings below it count where `below` says so. */
export function useField(path: string, below = false): Field {
  const { node, issues, set, shown } = useNodeEditing()
  const ref = useRef<HTMLDivElement>(null)
  const here = issues.filter(({ field }) => field === path || (below && field?.startsWith(`${path}.`)))
  const called = shown !== undefined && (shown === path || (below && shown.startsWith(`${path}.`)))
  useEffect(() => {
    if (!called) return
    ref.current?.scrollIntoView({ block: 'center' })
    const control = ref.current?.querySelector<HTMLElement>('input, textarea') ?? ref.current?.querySelector('button')
    control?.focus()
  }, [called])
  return {
    value: getPath(node.data, path),
    set: (value, typing) => set(path, value, typing),
    error: here.find((issue) => issue.severity === 'fault')?.message,
    advice: here.find((issue) => issue.severity === 'advice')?.message,
    ref,
  }
}

export function toText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
