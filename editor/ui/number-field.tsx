import { Minus, Plus } from 'lucide-react'
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  Button,
  Group,
  Input,
} from 'react-aria-components'
import styles from './field.module.css'
import { FieldError, FieldHelp, FieldLabel, type FieldLook, fieldClass } from './field-parts.tsx'
import number from './number-field.module.css'

export interface NumberFieldProps extends FieldLook, Omit<AriaNumberFieldProps, 'className' | 'style' | 'children'> {
  /** Stands after the number, for example "seconds". */
  unit?: string
}

/** A number, typed or stepped with the arrow keys. */
export function NumberField({ label, hideLabel, help, error, optional, size, unit, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField {...rest} validationBehavior="aria" isInvalid={error !== undefined} className={fieldClass(size)}>
      <FieldLabel label={unit ? `${label} (${unit})` : label} hideLabel={hideLabel} optional={optional} />
      <Group className={number.group}>
        <Input className={styles.input} />
        <Button slot="decrement" className={number.step}>
          <Minus size={14} aria-hidden="true" />
        </Button>
        <Button slot="increment" className={number.step}>
          <Plus size={14} aria-hidden="true" />
        </Button>
      </Group>
      <FieldHelp>{help}</FieldHelp>
      <FieldError error={error} />
    </AriaNumberField>
  )
}
