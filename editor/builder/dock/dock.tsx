import { ChevronDown, ChevronUp } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useBuilderState, useIssues } from '../builder-context.tsx'
import { focusCanvas } from '../canvas/focus-canvas.ts'
import { MachineTab } from '../chart/machine-tab.tsx'
import { Outline } from '../outline/outline.tsx'
import { ProblemList } from '../problems/problem-list.tsx'
import { failingTests, useTestsState } from '../tests/tests-store.ts'
import { TestsTab } from '../tests/tests-tab.tsx'
import { TrafficTab } from '../traffic/traffic-tab.tsx'
import styles from './dock.module.css'

interface DockProps {
  open: boolean
  tab: string
  onOpen: (open: boolean) => void
  onTab: (tab: string) => void
}

/** Below the canvas: what is wrong, the tests, the figures, and the flow as a tree. */
export function Dock({ open, tab, onOpen, onTab }: DockProps) {
  const issues = useIssues()
  const tests = useBuilderState((state) => state.history.present.tests)
  const failing = failingTests({ run: useTestsState((state) => state.run) }, { tests }).length
  const faults = issues.filter((issue) => issue.severity === 'fault').length
  return (
    <section
      className={styles.dock}
      aria-label="Problems, tests, traffic, state chart and outline"
      data-open={open}
      data-dock=""
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) focusCanvas()
      }}
    >
      <Tabs
        label="Problems, tests, traffic, state chart and outline"
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
          {
            id: 'tests',
            label: failing > 0 ? 'Tests failed' : 'Tests',
            count: failing > 0 ? failing : tests.length,
            countTone: failing > 0 ? 'fault' : 'neutral',
            content: open && <TestsTab />,
          },
          { id: 'traffic', label: 'Traffic', content: open && <TrafficTab /> },
          { id: 'machine', label: 'State chart', content: open && <MachineTab /> },
          { id: 'outline', label: 'Outline', content: open && <Outline /> },
        ]}
      />
    </section>
  )
}
