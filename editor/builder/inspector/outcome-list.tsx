import { ArrowRight } from 'lucide-react'
import type { FlowNode } from '../../../schema/flow.ts'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import { classes } from '../../ui/classes.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { leadKey } from '../canvas/scene.ts'
import { canEnter } from '../commands/connect.ts'
import styles from './inspector.module.css'

const nowhere = '\n nowhere'

/** Every way out of a node with where it goes: the form that does what drawing a connection does. */
export function OutcomeList({ node, issues }: { node: FlowNode; issues: readonly FlowIssue[] }) {
  const { scene, actions } = useBuilder()
  const flow = useFlow()
  const now = scene()
  const outcomes = now.cards.get(node.id)?.outcomes ?? []
  if (outcomes.length === 0) return null
  const targets = flow.nodes
    .filter((each) => canEnter(flow, each.id))
    .map((each) => {
      const card = now.cards.get(each.id)
      return { value: each.id, label: card?.title ?? each.id, help: card?.typeName }
    })
    .sort((a, b) => a.label.localeCompare(b.label))
  return (
    <section aria-label="Outcomes">
      <h3 className={styles.label}>Outcomes</h3>
      <ul className={styles.outcomes}>
        {outcomes.map((outcome) => {
          const target = now.leads.get(leadKey(node.id, outcome.id))?.target
          const issue = issues.find((each) => each.outcome === outcome.id)
          return (
            <li key={outcome.id} className={classes(target === undefined && styles.loose)}>
              <div className={styles.outcome}>
                <span>{outcome.label}</span>
                <ArrowRight size={14} aria-hidden="true" />
                <SelectField
                  label={`${outcome.label} goes to`}
                  hideLabel
                  placeholder="Choose…"
                  value={target ?? null}
                  options={target === undefined ? targets : [{ value: nowhere, label: 'Nowhere' }, ...targets]}
                  onChange={(next) => {
                    if (next === nowhere) actions.disconnect(node.id, outcome.id)
                    else actions.connect(node.id, outcome.id, next)
                  }}
                />
              </div>
              {issue && <p>{issue.message}</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
