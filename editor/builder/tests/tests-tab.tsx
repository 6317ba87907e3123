import { FlaskConical, Play, Plus } from 'lucide-react'
import { useStore } from 'zustand'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SwitchField } from '../../ui/switch-field.tsx'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { addTest, newTestId } from '../commands/tests.ts'
import { useMaybeSimulator } from '../simulator/simulator-store.ts'
import { TestRow } from './test-row.tsx'
import styles from './tests.module.css'
import { failingTests, useTests, useTestsState } from './tests-store.ts'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** The flow's tests: conversations that have to go the same way after every edit. */
export function TestsTab() {
  const flow = useFlow()
  const { store } = useBuilder()
  const { ask, setOnChange, edit } = useTests().getState()
  const newTest = () => {
    const id = newTestId(store.getState().history.present)
    store.getState().act({ label: 'Add a test' }, (before) => addTest(before, { id, name: 'New test', steps: [] }))
    edit(id)
  }
  const state = useTestsState((each) => each)
  const simulator = useMaybeSimulator()
  const { run, busy, failure, onChange } = state
  const results = new Map(run?.tests.map((result) => [result.id, result]))
  if (flow.tests.length === 0)
    return (
      <EmptyState
        icon={FlaskConical}
        title="No tests yet"
        actions={
          <>
            {simulator && <Button onPress={() => simulator.getState().show(true)}>Test the draft</Button>}
            <Button variant="quiet" onPress={newTest}>
              Write a test
            </Button>
          </>
        }
      >
        Talk to the draft, then save the conversation as a test. It runs again after every edit.
      </EmptyState>
    )
  return (
    <>
      <div className={styles.bar}>
        <p role="status">{summary(failingTests(state, flow).length, flow.tests.length, busy, run !== undefined)}</p>
        <Covered />
        <Button size="s" variant="quiet" icon={<Plus size={14} aria-hidden="true" />} onPress={newTest}>
          New test
        </Button>
        <SwitchField label="Run on change" isSelected={onChange} onChange={setOnChange} />
        <Button size="s" busy={busy} icon={<Play size={14} aria-hidden="true" />} onPress={ask}>
          Run all
        </Button>
      </div>
      {failure !== undefined && (
        <Banner tone="waiting" title="The tests did not run." live>
          {failure}
        </Banner>
      )}
      <div className={styles.frame}>
        <table className={styles.table} aria-label="Tests">
          <thead>
            <tr>
              <th scope="col">Test</th>
              <th scope="col">Turns</th>
              <th scope="col">Result</th>
              <th scope="col">Ends at</th>
              <th scope="col">
                <span className="sr">What to do with it</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {flow.tests.map((test) => (
              <TestRow key={test.id} test={test} result={results.get(test.id)} stale={state.ran !== flow} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function summary(failed: number, all: number, busy: boolean, ran: boolean): string {
  if (busy) return 'Running…'
  if (!ran) return `${all} ${all === 1 ? 'test' : 'tests'}, not run yet`
  return failed === 0 ? `${all} passed` : `${failed} of ${all} failed`
}

/** How much of the flow the tests reach. */
function Covered() {
  const { scene, store } = useBuilder()
  const run = useTestsState((state) => state.run)
  const at = useTestsState((state) => state.at)
  const played = useTestsState((state) => state.played)
  useStore(store, (state) => state.history.present)
  if (!run || at === undefined) return null
  const cards = [...scene().cards.values()].filter(({ kind }) => kind === 'card')
  const outcomes = cards.reduce((sum, card) => sum + card.outcomes.length, 0)
  const { nodes, edges } = run.covered
  return (
    <p className={styles.covered}>
      Run at {clock.format(new Date(at))}
      {played && played.tests < played.of && ` (${played.tests} that the edit can reach)`} · covers {nodes.length} of{' '}
      {cards.length} nodes, {edges.length} of {outcomes} outcomes
    </p>
  )
}
