import { ChevronDown } from 'lucide-react'
import { useContext } from 'react'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { useBuilder } from '../builder-context.tsx'
import { canBeEntered } from '../commands/connect.ts'
import { ForceContext } from '../inspector/force-context.ts'
import { findFixes } from './find-fixes.ts'
import { goToIssue } from './go-to-issue.ts'
import styles from './problem-list.module.css'

/** More nodes than these are chosen in the settings, where they can be searched. */
const mostListed = 40

/** The remedies of a problem, by name. */
export function QuickFix({ issue }: { issue: FlowIssue }) {
  const { store, definitions, scene, actions } = useBuilder()
  const force = useContext(ForceContext)
  const fixes = findFixes(issue, { scene: scene(), definitions, force })
  const { act } = store.getState()
  const { node, outcome } = issue
  const open = issue.code === 'unconnected-outcome' || issue.code === 'no-failure-path'
  return (
    <span className={styles.fixes}>
      {fixes.map(({ words, label, apply, takes }) => (
        <Button key={words} size="s" onPress={() => act({ label, ...(takes ? { toast: true } : {}) }, apply)}>
          {words}
        </Button>
      ))}
      {open && node && outcome && (
        <Menu
          label="Connect to"
          items={[
            ...scene()
              .flow.nodes.filter((each) => each.id !== node && canBeEntered(each.type))
              .slice(0, mostListed)
              .map((each) => ({
                id: each.id,
                label: scene().cards.get(each.id)?.title ?? each.id,
                onAction: () => actions.connect(node, outcome, each.id),
              })),
            { id: '\n settings', label: 'In the settings…', apart: true, onAction: () => goToIssue(store, issue) },
          ]}
        >
          <Button size="s" variant="quiet" icon={<ChevronDown size={14} aria-hidden="true" />}>
            Connect to…
          </Button>
        </Menu>
      )}
      {issue.code === 'missing-translation' && (
        <Button size="s" onPress={() => goToIssue(store, issue)}>
          Translate
        </Button>
      )}
    </span>
  )
}
