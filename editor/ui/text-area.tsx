import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './field.module.css'
import { FieldError, FieldHelp, FieldLabel, type FieldLook, fieldClass } from './field-parts.tsx'

export interface TextAreaProps
  extends FieldLook,
    Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'type'> {
  placeholder?: string
  rows?: number
  mono?: boolean
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, help, error, optional, size, placeholder, rows = 3, mono, ...rest } = props
  return (
    <AriaTextField {...rest} validationBehavior="aria" isInvalid={error !== undefined} className={fieldClass(size)}>
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      <AriaTextArea
        className={classes(styles.input, styles.area, mono && styles.mono)}
        placeholder={placeholder}
        rows={rows}
      />
      <FieldHelp>{help}</FieldHelp>
      <FieldError error={error} />
    </AriaTextField>
  )
}
