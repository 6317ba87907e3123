import type { ReactNode } from 'react'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps, Input } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './field.module.css'
import { FieldError, FieldHelp, FieldLabel, type FieldLook, fieldClass } from './field-parts.tsx'

export interface TextFieldProps extends FieldLook, Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  placeholder?: string
  /** For code and addresses. */
  mono?: boolean
  /** A small button inside the box, on the right. */
  suffix?: ReactNode
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, help, error, optional, size, placeholder, mono, suffix, ...rest } = props
  return (
    <AriaTextField {...rest} validationBehavior="aria" isInvalid={error !== undefined} className={fieldClass(size)}>
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      <div className={styles.wrap}>
        <Input className={classes(styles.input, mono && styles.mono)} placeholder={placeholder} />
        {suffix && <span className={styles.suffix}>{suffix}</span>}
      </div>
      <FieldHelp>{help}</FieldHelp>
      <FieldError error={error} />
    </AriaTextField>
  )
}
