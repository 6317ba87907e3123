import type { ReactNode } from 'react'
import { type Option, useNodeEditing } from '../node-editor.ts'
import styles from './fields.module.css'
import { toText, useField } from './use-field.ts'

interface FieldProps {
  /** Path of the setting, for example `intents.2.label`. */
  field: string
  label: string
  help?: ReactNode
  optional?: boolean
}

/** One line of text. */
export function TextSetting({
  field,
  mono,
  placeholder,
  ...look
}: FieldProps & { mono?: boolean; placeholder?: string }) {
  const { kit } = useNodeEditing()
  const { value, set, error, ref } = useField(field)
  return (
    <div ref={ref}>
      <kit.TextField
        {...look}
        mono={mono}
        placeholder={placeholder}
        error={error}
        value={toText(value)}
        onChange={(next) => set(next === '' && look.optional ? undefined : next, true)}
      />
    </div>
  )
}

/** Several lines of text for designers. */
export function LongTextSetting({ field, rows, ...look }: FieldProps & { rows?: number }) {
  const { kit } = useNodeEditing()
  const { value, set, error, ref } = useField(field)
  return (
    <div ref={ref}>
      <kit.TextArea {...look} rows={rows} error={error} value={toText(value)} onChange={(next) => set(next, true)} />
    </div>
  )
}

/** A number. `factor` shows it in another unit: seconds for a setting in milliseconds. */
export function NumberSetting(
  props: FieldProps & { min?: number; max?: number; step?: number; unit?: string; factor?: number },
) {
  const { field, min, max, step, unit, factor = 1, ...look } = props
  const { kit } = useNodeEditing()
  const { value, set, error, ref } = useField(field)
  return (
    <div ref={ref}>
      <kit.NumberField
        {...look}
        unit={unit}
        minValue={min}
        maxValue={max}
        step={step}
        error={error}
        value={typeof value === 'number' ? value / factor : Number.NaN}
        onChange={(next) => set(Number.isNaN(next) ? undefined : next * factor, true)}
      />
    </div>
  )
}

/** One of several. With `none`, the setting can be left out; the words say what then happens. */
export function ChoiceSetting({
  field,
  options,
  none,
  ...look
}: FieldProps & { options: readonly Option[]; none?: string }) {
  const { kit } = useNodeEditing()
  const { value, set, error, advice, ref } = useField(field)
  const chosen = toText(value)
  const known = options.some((option) => option.value === chosen)
  const all = [
    ...(none === undefined ? [] : [{ value: '', label: none }]),
    ...options,
    ...(chosen !== '' && !known ? [{ value: chosen, label: `${chosen} (not known here)` }] : []),
  ]
  return (
    <div ref={ref}>
      <kit.SelectField
        {...look}
        help={advice ?? look.help}
        error={error}
        options={all}
        value={chosen === '' && none === undefined ? null : chosen}
        onChange={(next) => set(next === '' ? undefined : next)}
      />
    </div>
  )
}

/** On or off. */
export function CheckSetting({
  field,
  label,
  help,
  fallback = false,
}: Omit<FieldProps, 'help'> & { help?: string; fallback?: boolean }) {
  const { kit } = useNodeEditing()
  const { value, set, error, ref } = useField(field)
  return (
    <div ref={ref}>
      <kit.CheckboxField
        label={label}
        help={help}
        isSelected={typeof value === 'boolean' ? value : fallback}
        onChange={(next) => set(next)}
      />
      {error && <p className={styles.error}>{error}</p>}
    </div>
  )
}

/** Fields that belong together, under a heading. */
export function Group({ title, help, children }: { title: string; help?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {help && <p className={styles.help}>{help}</p>}
      {children}
    </fieldset>
  )
}

/** Fields that few people need: closed until they are asked for. */
export function More({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.more}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  )
}

/** Two short fields side by side. */
export function Two({ children }: { children: ReactNode }) {
  return <div className={styles.two}>{children}</div>
}
