import { Link } from '@tanstack/react-router'
import { ChevronRight, SearchX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Disclosure, DisclosurePanel, Button as Trigger } from 'react-aria-components'
import { Count } from '../ui/badge.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import styles from './explorer.module.css'
import type { ApiCall } from './to-calls.ts'

interface CallListProps {
  areas: ReadonlyMap<string, readonly ApiCall[]>
  /** Something is looked for: everything that was found lies open. */
  filtered: boolean
  chosen: string | undefined
}

/** The calls by area. */
export function CallList({ areas, filtered, chosen }: CallListProps) {
  const list = useRef<HTMLDivElement>(null)
  // Whoever comes by a link sees where in the list they are.
  useEffect(() => {
    // Newer browsers give a promise back, which React would take for a clean-up.
    void list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [])
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(chosen ? [chosen.split('.')[0] ?? ''] : []))
  const toggle = (area: string, open: boolean) => {
    const next = new Set(opened)
    if (open) next.add(area)
    else next.delete(area)
    setOpened(next)
  }
  if (areas.size === 0)
    return (
      <EmptyState icon={SearchX} title="No such call">
        Try a part of the address, or what it does.
      </EmptyState>
    )
  return (
    <div ref={list} className={styles.areas}>
      {[...areas].map(([area, calls]) => (
        <Disclosure
          key={area}
          isExpanded={filtered || opened.has(area)}
          onExpandedChange={(open) => toggle(area, open)}
        >
          <h2 className={styles.area}>
            <Trigger slot="trigger" className={styles.areaButton}>
              <ChevronRight size={14} aria-hidden="true" />
              {nameOf(area)}
              <Count value={calls.length} />
            </Trigger>
          </h2>
          <DisclosurePanel>
            <ul className={styles.calls}>
              {calls.map((call) => (
                <li key={call.operationId}>
                  <Link to="/explorer" search={{ call: call.operationId }} className={styles.call}>
                    <Method method={call.method} />
                    <span>{call.summary}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </DisclosurePanel>
        </Disclosure>
      ))}
    </div>
  )
}

/** `GET`, always as wide as the widest. */
export function Method({ method }: { method: string }) {
  return <span className={styles.method}>{method}</span>
}

function nameOf(area: string): string {
  return area.charAt(0).toUpperCase() + area.slice(1).replaceAll('-', ' ')
}
