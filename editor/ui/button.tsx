import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Link,
  type LinkProps,
  ProgressBar,
} from 'react-aria-components'
import styles from './button.module.css'
import { classes } from './classes.ts'
import { Spinner } from './spinner.tsx'

interface Look {
  /** `primary`: the one thing to press in its region. `danger`: only where something is lost for good. */
  variant?: 'primary' | 'default' | 'quiet' | 'danger'
  size?: 's' | 'm' | 'l'
  icon?: ReactNode
  children?: ReactNode
}
export interface ButtonProps extends Look, Omit<AriaButtonProps, keyof Look | 'className' | 'style' | 'isPending'> {
  /** The answer is under way: it stays in place and cannot be pressed again. */
  busy?: boolean
}

/** A button that says what it does with a verb. */
export function Button({ variant = 'default', size = 'm', busy = false, icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} isPending={busy} className={classes(styles.button, styles[variant], styles[size])}>
      {busy ? (
        <ProgressBar aria-label="Working" isIndeterminate>
          <Spinner />
        </ProgressBar>
      ) : (
        icon
      )}
      {children}
    </AriaButton>
  )
}

export interface ButtonLinkProps extends Look, Omit<LinkProps, keyof Look | 'className' | 'style'> {}

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({ variant = 'default', size = 'm', icon, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={classes(styles.button, styles[variant], styles[size])}>
      {icon}
      {children}
    </Link>
  )
}
