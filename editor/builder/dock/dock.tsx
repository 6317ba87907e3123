import { ChevronDown, ChevronUp } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useIssues } from '../builder-context.tsx'
import { Outline } from '../outline/outline.tsx'
import { ProblemList } from '../problems/problem-list.tsx'
import styles from './dock.module.css'

interface DockProps {
  open: boolean
  tab: string
  onOpen: (open: boolean) => void
  onTab: (tab: string) => void
}

/** Below the canvas: what is wrong, and the flow as a tree. */
export function Dock({ open, tab, onOpen, onTab }: DockProps) {
  const issues = useIssues()
  const faults = issues.filter((issue) => issue.severity === 'fault').length
  return (
    <section className={styles.dock} aria-label="Problems and outline" data-open={open} data-dock="">
      <Tabs
        label="Problems and outline"
        selected={tab}
        onSelect={(next) => {
          onTab(next)
          onOpen(true)
        }}
        actions={
          <IconButton
            size="s"
            label={open ? 'Fold away' : 'Unfold'}
            icon={open ? <ChevronDown size={16} aria-hidden="true" /> : <ChevronUp size={16} aria-hidden="true" />}
            onPress={() => onOpen(!open)}
          />
        }
        items={[
          {
            id: 'problems',
            label: 'Problems',
            count: issues.length,
            countTone: faults > 0 ? 'fault' : issues.length > 0 ? 'waiting' : 'neutral',
            content: open && <ProblemList />,
          },
          { id: 'outline', label: 'Outline', content: open && <Outline /> },
        ]}
      />
    </section>
  )
}
