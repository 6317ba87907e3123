import { Plus, X } from 'lucide-react'
import { useNodeEditing } from '../node-editor.ts'
import { isRecord } from './path.ts'
import styles from './spans.module.css'
import { useField } from './use-field.ts'

/** Opening times of one day: none is closed, several are possible. */
export function SpansSetting({ field, label }: { field: string; label: string }) {
  const { kit } = useNodeEditing()
  const { value, set, error, ref } = useField(field, true)
  const spans = (Array.isArray(value) ? value : []).map((span: unknown) => ({
    from: isRecord(span) && typeof span.from === 'string' ? span.from : '',
    to: isRecord(span) && typeof span.to === 'string' ? span.to : '',
  }))
  const change = (index: number, part: 'from' | 'to', time: string) =>
    set(
      spans.map((span, each) => (each === index ? { ...span, [part]: time } : span)),
      true,
    )
  return (
    <div className={styles.day} ref={ref}>
      <span className={styles.name}>{label}</span>
      <div className={styles.spans}>
        {spans.length === 0 && <span className={styles.closed}>Closed</span>}
        {spans.map((span, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: times have no identity but their place
          <div key={index} className={styles.span}>
            <input
              type="time"
              aria-label={`${label}, opens`}
              value={span.from}
              onChange={(event) => change(index, 'from', event.target.value)}
            />
            <span aria-hidden="true">–</span>
            <input
              type="time"
              aria-label={`${label}, closes`}
              value={span.to === '24:00' ? '23:59' : span.to}
              onChange={(event) => change(index, 'to', event.target.value)}
            />
            <kit.IconButton
              size="s"
              label={`Remove these hours of ${label}`}
              icon={<X size={14} aria-hidden="true" />}
              onPress={() => set(spans.filter((_, each) => each !== index))}
            />
          </div>
        ))}
        {error && <p className={styles.error}>{error}</p>}
      </div>
      <kit.IconButton
        size="s"
        label={`Add hours to ${label}`}
        icon={<Plus size={14} aria-hidden="true" />}
        onPress={() => set([...spans, { from: '09:00', to: '17:00' }])}
      />
    </div>
  )
}
