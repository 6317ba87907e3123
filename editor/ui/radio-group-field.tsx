import { Radio, RadioGroup, type RadioGroupProps } from 'react-aria-components'
import styles from './check.module.css'
import { FieldError, FieldHelp, FieldLabel, type FieldLook, fieldClass } from './field-parts.tsx'
import type { SelectOption } from './select-field.tsx'

export interface RadioGroupFieldProps extends FieldLook, Omit<RadioGroupProps, 'className' | 'style' | 'children'> {
  options: readonly SelectOption[]
  /** Side by side, for two or three short answers. */
  inline?: boolean
  /** Takes the focus to the chosen answer. */
  autoFocus?: boolean
}

/** One of a few, all in sight. */
export function RadioGroupField(props: RadioGroupFieldProps) {
  const { label, hideLabel, help, error, optional, size, options, inline, autoFocus, ...rest } = props
  return (
    <RadioGroup {...rest} validationBehavior="aria" isInvalid={error !== undefined} className={fieldClass(size)}>
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      <div className={inline ? styles.row : styles.options}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            autoFocus={autoFocus && (rest.value ?? rest.defaultValue ?? options[0]?.value) === option.value}
            className={styles.check}
          >
            <span className={`${styles.box} ${styles.round}`} />
            <span className={styles.words}>
              {option.label}
              {option.help && <small>{option.help}</small>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldHelp>{help}</FieldHelp>
      <FieldError error={error} />
    </RadioGroup>
  )
}
