import { useState } from 'react'
import { TextField } from './text-field.tsx'
import { readTime } from './time.tsx'

interface TimeFieldProps {
  label: string
  hideLabel?: boolean
  /** `HH:MM`, 24 hours. */
  value: string
  onChange: (value: string) => void
}

/** A time of day in 24 hours, whatever the machine's own habit: "8", "0830" and "8.30" are all understood. */
export function TimeField({ label, hideLabel, value, onChange }: TimeFieldProps) {
  const [typed, setTyped] = useState<string>()
  const finish = () => {
    const time = readTime(typed ?? value)
    if (time !== undefined) onChange(time)
    setTyped(undefined)
  }
  return (
    <TextField
      label={label}
      hideLabel={hideLabel}
      inputMode="numeric"
      value={typed ?? value}
      onChange={setTyped}
      onBlur={finish}
      onKeyDown={(event) => event.key === 'Enter' && finish()}
    />
  )
}
