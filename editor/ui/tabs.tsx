import type { ReactNode } from 'react'
import { Tabs as AriaTabs, type Key, Tab, TabList, TabPanel, TabPanels } from 'react-aria-components'
import { Count } from './badge.tsx'
import styles from './tabs.module.css'

export interface TabItem {
  id: string
  label: string
  count?: number
  countTone?: 'neutral' | 'waiting' | 'fault'
  disabled?: boolean
  content: ReactNode
}
interface TabsProps {
  label: string
  items: readonly TabItem[]
  selected?: string
  onSelect?: (id: string) => void
  /** Stands at the right end of the row of tabs. */
  actions?: ReactNode
}

/** Views of one thing, one at a time. Arrow keys move between them. */
export function Tabs({ label, items, selected, onSelect, actions }: TabsProps) {
  return (
    <AriaTabs
      className={styles.tabs}
      selectedKey={selected}
      onSelectionChange={onSelect && ((key: Key) => onSelect(String(key)))}
    >
      <div className={styles.bar}>
        <TabList aria-label={label} className={styles.list}>
          {items.map((item) => (
            <Tab key={item.id} id={item.id} isDisabled={item.disabled} className={styles.tab}>
              {item.label}
              {item.count !== undefined && <Count value={item.count} tone={item.countTone} />}
            </Tab>
          ))}
        </TabList>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      <TabPanels className={styles.panels}>
        {items.map((item) => (
          <TabPanel key={item.id} id={item.id} className={styles.panel}>
            {item.content}
          </TabPanel>
        ))}
      </TabPanels>
    </AriaTabs>
  )
}
