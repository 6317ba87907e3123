import { Search, X } from 'lucide-react'
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Input,
} from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './field.module.css'
import { FieldLabel } from './field-parts.tsx'
import { Kbd } from './kbd.tsx'
import search from './search-field.module.css'

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children'> {
  label: string
  placeholder?: string
  /** The key that puts the focus here. */
  keys?: string
}

/** Finds while typing; Escape empties it. */
export function SearchField({ label, placeholder, keys, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className={styles.field}>
      {({ isEmpty }) => (
        <>
          <FieldLabel label={label} hideLabel />
          <div className={styles.wrap}>
            <Search size={16} aria-hidden="true" />
            <Input className={classes(styles.input, search.input)} placeholder={placeholder ?? label} />
            <span className={styles.suffix}>
              {isEmpty ? (
                keys && <Kbd keys={keys} />
              ) : (
                <Button className={search.clear} aria-label="Clear">
                  <X size={14} aria-hidden="true" />
                </Button>
              )}
            </span>
          </div>
        </>
      )}
    </AriaSearchField>
  )
}
