import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './button.module.css'
import { classes } from './classes.ts'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** Its name, read aloud and shown on hover and focus. */
  label: string
  icon: ReactNode
  /** Keys that do the same, for the tip. */
  keys?: string
  variant?: 'default' | 'quiet'
  size?: 's' | 'm'
}

/** A square button with an icon only. */
export function IconButton({ label, icon, keys, variant = 'quiet', size = 'm', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classes(styles.button, styles[variant], styles.icon, styles[size])}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  )
}
