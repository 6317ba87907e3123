import type { ReactElement, ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Header,
  MenuSection,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
} from 'react-aria-components'
import { classes } from './classes.ts'
import { Kbd } from './kbd.tsx'
import styles from './menu.module.css'

export interface MenuItem {
  id: string
  label: string
  help?: string
  icon?: ReactNode
  /** Keys that do the same. */
  keys?: string
  /** Loses something, or closes it. */
  danger?: boolean
  disabled?: boolean
  /** A line above, to set it apart. */
  apart?: boolean
  href?: string
  onAction?: () => void
}
interface MenuProps {
  /** The name of the menu; shown as its heading with `showLabel`. */
  label: string
  showLabel?: boolean
  items: readonly MenuItem[]
  placement?: PopoverProps['placement']
  /** The button that opens it. */
  children: ReactElement
}

/** Actions on one thing. */
export function Menu({ label, showLabel, items, placement = 'bottom end', children }: MenuProps) {
  const rows = items.map((item) => [
    item.apart && <Separator key={`${item.id}-line`} className={styles.separator} />,
    row(item),
  ])
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover} placement={placement} offset={4}>
        <AriaMenu className={styles.menu} aria-label={label}>
          {showLabel ? (
            <MenuSection aria-label={label}>
              <Header className={styles.heading}>{label}</Header>
              {rows}
            </MenuSection>
          ) : (
            rows
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function row(item: MenuItem) {
  return (
    <AriaMenuItem
      key={item.id}
      id={item.id}
      textValue={item.label}
      href={item.href}
      isDisabled={item.disabled}
      onAction={item.onAction}
      className={classes(styles.item, item.danger && styles.danger)}
    >
      {item.icon}
      <span className={styles.words}>
        {item.label}
        {item.help && <small>{item.help}</small>}
      </span>
      {item.keys && <Kbd keys={item.keys} />}
    </AriaMenuItem>
  )
}
