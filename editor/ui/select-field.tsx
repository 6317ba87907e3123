import { Check, ChevronDown } from 'lucide-react'
import {
  type SelectProps as AriaSelectProps,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './field.module.css'
import { FieldError, FieldHelp, FieldLabel, type FieldLook, fieldClass } from './field-parts.tsx'
import menu from './menu.module.css'
import select from './select-field.module.css'

export interface SelectOption {
  value: string
  label: string
  help?: string
}
export interface SelectFieldProps
  extends FieldLook,
    Omit<
      AriaSelectProps<SelectOption>,
      'className' | 'style' | 'children' | 'value' | 'onChange' | 'selectedKey' | 'onSelectionChange'
    > {
  options: readonly SelectOption[]
  value: string | null
  onChange: (value: string) => void
}

/** One of a list. */
export function SelectField(props: SelectFieldProps) {
  const { label, hideLabel, help, error, optional, size, options, value, onChange, ...rest } = props
  return (
    <Select
      {...rest}
      // Its button has the focus ring; the whole field needs none around it.
      data-focus-inside
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={fieldClass(size)}
    >
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      <Button className={classes(styles.input, select.button)}>
        <SelectValue className={select.value}>
          {({ isPlaceholder, defaultChildren, selectedText }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <FieldHelp>{help}</FieldHelp>
      <FieldError error={error} />
      <Popover className={classes(menu.popover, select.popover)} offset={4}>
        <ListBox className={menu.menu} items={options.map((option) => ({ ...option, id: option.value }))}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={menu.item}>
              {({ isSelected }) => (
                <>
                  <span className={menu.words}>
                    {option.label}
                    {option.help && <small>{option.help}</small>}
                  </span>
                  {isSelected && <Check size={16} aria-hidden="true" className={menu.end} />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
