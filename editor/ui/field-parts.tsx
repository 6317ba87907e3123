import { OctagonAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError as AriaFieldError, Label, Text } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './field.module.css'

/** What every field has. */
export interface FieldLook {
  label: string
  /** The label is read aloud only: the surroundings show it. */
  hideLabel?: boolean
  help?: ReactNode
  /** What is wrong and how to put it right. Shown beside the field. */
  error?: string
  optional?: boolean
  /** `l` on pages that people meet once: set-up and sign-in. */
  size?: 'm' | 'l'
}

export function FieldLabel({ label, hideLabel, optional }: Pick<FieldLook, 'label' | 'hideLabel' | 'optional'>) {
  return (
    <Label className={classes(styles.label, hideLabel && 'sr')}>
      {label}
      {optional && <span className={styles.optional}>(optional)</span>}
    </Label>
  )
}

export function FieldHelp({ children }: { children: ReactNode }) {
  if (children === undefined || children === null || children === '') return null
  return (
    <Text slot="description" className={styles.help}>
      {children}
    </Text>
  )
}

export function FieldError({ error }: { error: string | undefined }) {
  return (
    <AriaFieldError className={styles.error}>
      <OctagonAlert size={14} aria-hidden="true" />
      <span>{error}</span>
    </AriaFieldError>
  )
}

/** The class of a field's frame. */
export function fieldClass(size: 'm' | 'l' = 'm'): string {
  return classes(styles.field, size === 'l' && styles.l)
}
