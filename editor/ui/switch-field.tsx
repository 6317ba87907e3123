import { Switch, type SwitchProps } from 'react-aria-components'
import styles from './check.module.css'

export interface SwitchFieldProps extends Omit<SwitchProps, 'className' | 'style' | 'children'> {
  label: string
  help?: string
}

/** On or off, taking effect at once. */
export function SwitchField({ label, help, ...rest }: SwitchFieldProps) {
  return (
    <Switch {...rest} className={styles.switch}>
      <span className={styles.track} />
      <span className={styles.words}>
        {label}
        {help && <small>{help}</small>}
      </span>
    </Switch>
  )
}
