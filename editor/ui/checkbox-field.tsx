import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox, type CheckboxProps } from 'react-aria-components'
import styles from './check.module.css'

export interface CheckboxFieldProps extends Omit<CheckboxProps, 'className' | 'style' | 'children'> {
  label: ReactNode
  help?: string
}

/** On or off, as one of several answers or an agreement. */
export function CheckboxField({ label, help, ...rest }: CheckboxFieldProps) {
  return (
    <Checkbox {...rest} className={styles.check}>
      <span className={styles.box}>
        <Check size={12} strokeWidth={3} aria-hidden="true" />
      </span>
      <span className={styles.words}>
        {label}
        {help && <small>{help}</small>}
      </span>
    </Checkbox>
  )
}
