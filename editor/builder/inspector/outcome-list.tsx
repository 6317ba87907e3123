import { ArrowRight } from 'lucide-react'
import { memo, useRef, useState } from 'react'
import type { Flow, FlowNode } from '../../../schema/flow.ts'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import { classes } from '../../ui/classes.ts'
import { SelectField, type SelectOption } from '../../ui/select-field.tsx'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { leadKey, type Scene } from '../canvas/scene.ts'
import { canBeEntered } from '../commands/connect.ts'
import styles from './inspector.module.css'

const nowhere = '\n nowhere'

/** Every way out of a node with where it goes: the form that does what drawing a connection does. */
export function OutcomeList({ node, issues }: { node: FlowNode; issues: readonly FlowIssue[] }) {
  const { scene } = useBuilder()
  const now = scene()
  const targets = useTargets(useFlow(), now)
  const outcomes = now.cards.get(node.id)?.outcomes ?? []
  if (outcomes.length === 0) return null
  return (
    <section aria-label="Outcomes">
      <h3 className={styles.label}>Outcomes</h3>
      <ul className={styles.outcomes}>
        {outcomes.map((outcome) => (
          <OutcomeRow
            key={outcome.id}
            node={node.id}
            outcome={outcome.id}
            label={outcome.label}
            target={now.leads.get(leadKey(node.id, outcome.id))?.target}
            message={sayIssue(issues.find((issue) => issue.outcome === outcome.id))}
            targets={targets}
          />
        ))}
      </ul>
    </section>
  )
}

/** The words of a problem, without the names that stand above it already. */
function sayIssue(issue: FlowIssue | undefined): string | undefined {
  return issue?.code === 'unconnected-outcome' ? 'Leads nowhere. A visitor would be stuck.' : issue?.message
}

interface OutcomeRowProps {
  node: string
  outcome: string
  label: string
  target: string | undefined
  message: string | undefined
  targets: readonly SelectOption[]
}

/**
 * One way out. The list of a large flow is long, and there is one for each way out: until somebody goes there, it holds
 * only what is shown.
 */
const OutcomeRow = memo(function OutcomeRow({ node, outcome, label, target, message, targets }: OutcomeRowProps) {
  const { actions } = useBuilder()
  const [wanted, setWanted] = useState(false)
  const all = target === undefined ? targets : [{ value: nowhere, label: 'Nowhere' }, ...targets]
  return (
    <li className={classes(target === undefined && styles.loose)}>
      <div className={styles.outcome}>
        <span>{label}</span>
        <ArrowRight size={14} aria-hidden="true" />
        <SelectField
          label={`${label} goes to`}
          hideLabel
          placeholder="Choose…"
          value={target ?? null}
          options={wanted ? all : all.filter(({ value }) => value === (target ?? all[0]?.value))}
          onFocus={() => setWanted(true)}
          onOpenChange={() => setWanted(true)}
          onChange={(next) => {
            if (next === nowhere) actions.disconnect(node, outcome)
            else actions.connect(node, outcome, next)
          }}
        />
      </div>
      {message && <p>{message}</p>}
    </li>
  )
})

/** The nodes that an outcome may lead to, by name. The same list as long as no name changes: it is costly to show. */
function useTargets(flow: Flow, scene: Scene): readonly SelectOption[] {
  const last = useRef<{ key: string; targets: readonly SelectOption[] }>(undefined)
  const entered = flow.nodes.filter((each) => canBeEntered(each.type))
  const key = entered.map((each) => `${each.id}\t${scene.cards.get(each.id)?.title}`).join('\n')
  if (last.current?.key === key) return last.current.targets
  const targets = entered
    .map((each) => {
      const card = scene.cards.get(each.id)
      return { value: each.id, label: card?.title ?? each.id, help: card?.typeName }
    })
    .sort((a, b) => a.label.localeCompare(b.label))
  last.current = { key, targets }
  return targets
}
