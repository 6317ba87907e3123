import { Copy, Download } from 'lucide-react'
import { useCallback, useState } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { SwitchField } from '../../ui/switch-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { useMaybeSimulator } from '../simulator/simulator-store.ts'
import { titleOf } from '../simulator/to-talk.ts'
import styles from './chart.module.css'
import { StateChart } from './state-chart.tsx'
import { toNearChart, toWholeChart } from './to-chart.ts'
import { useActiveState } from './use-active-state.ts'
import { useMachine } from './use-machine.ts'

/** The state machine that the draft compiles to, with the state lit that the simulation is in. */
export function MachineTab() {
  const { scene } = useBuilder()
  const flow = useFlow()
  const { machine, failure } = useMachine()
  const active = useActiveState(useMaybeSimulator())
  const [whole, setWhole] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is that of this flow
  const title = useCallback((key: string) => titleOf(key, scene().cards), [scene, flow])
  if (failure !== undefined)
    return (
      <Banner tone="waiting" title="There is no machine yet." live>
        {failure}
      </Banner>
    )
  if (!machine) return <Skeleton label="Compiling the flow" />
  const count = Object.keys(machine.states).length
  const text = () => JSON.stringify(machine, undefined, 2)
  return (
    <div className={styles.tab} data-fills="">
      <div className={styles.bar}>
        <p>
          {active === undefined ? (
            <>Nothing is being simulated: the chart stands at its beginning. </>
          ) : (
            <>
              The simulation is in <code>{active.split('.').join(' › ')}</code>.{' '}
            </>
          )}
          <span className={styles.aside}>
            {count} states. From every one, danger leads to its queue and a request to a person.
          </span>
        </p>
        <SwitchField label="Whole chart" isSelected={whole} onChange={setWhole} />
        <Button size="s" variant="quiet" icon={<Copy size={14} aria-hidden="true" />} onPress={() => void copy(text())}>
          Copy for XState tools
        </Button>
        <Button
          size="s"
          variant="quiet"
          icon={<Download size={14} aria-hidden="true" />}
          onPress={() => download(`${flow.id}.machine.json`, text())}
        >
          Save as JSON
        </Button>
      </div>
      <div className={styles.frame}>
        <StateChart
          chart={whole ? toWholeChart(machine, active) : toNearChart(machine, active)}
          titleOf={title}
          labelled={!whole}
        />
      </div>
    </div>
  )
}

async function copy(json: string) {
  try {
    await navigator.clipboard.writeText(
      `import { createMachine } from 'xstate'\n\nexport const machine = createMachine(${json})\n`,
    )
    showToast('Copied. Any XState tool takes it, for example its visualiser.')
  } catch {
    showToast('Not copied: the browser did not allow it. Save it as JSON instead.', { tone: 'fault' })
  }
}

function download(name: string, json: string) {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1_000)
}
