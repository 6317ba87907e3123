import { PanelRightOpen } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ReactFlowProvider } from 'reactflow'
import { useStore } from 'zustand'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './builder.module.css'
import { BuilderContext, type Builder as BuilderParts, IssuesContext, useBuilderState } from './builder-context.tsx'
import { Canvas } from './canvas/canvas.tsx'
import { CanvasTools } from './canvas/canvas-tools.tsx'
import { Dock } from './dock/dock.tsx'
import { Inspector } from './inspector/inspector.tsx'
import { Divider } from './layout/divider.tsx'
import { usePanelSizes } from './layout/use-panel-sizes.ts'
import { Palette } from './palette/palette.tsx'
import { useCheck } from './problems/use-check.ts'
import { RunBanner } from './simulator/run-banner.tsx'
import { SimulatorPanel } from './simulator/simulator-panel.tsx'
import { createSimulator, type Simulator, SimulatorContext } from './simulator/simulator-store.ts'
import { useSimulation } from './simulator/use-simulation.ts'
import { useSimulatorKey } from './simulator/use-simulator-key.ts'
import { TestPanel } from './tests/test-panel.tsx'
import { createTests, type Tests, TestsContext } from './tests/tests-store.ts'
import { useTestLayers } from './tests/use-test-layers.ts'
import { useTestRuns } from './tests/use-test-runs.ts'
import { createTraffic, type Traffic, TrafficContext } from './traffic/traffic-store.ts'
import { useTrafficFigures } from './traffic/use-traffic-figures.ts'
import { useBuilderKeys } from './use-builder-keys.ts'
import { useFlowCommands } from './use-flow-commands.tsx'
import { useNotices } from './use-notices.ts'
import { ComparePanel } from './versions/compare/compare-panel.tsx'
import { CompareContext, createCompare, useCompareState } from './versions/compare/compare-store.ts'
import { CompareView } from './versions/compare/compare-view.tsx'
import { useCompared } from './versions/compare/use-compared.ts'

interface BuilderProps {
  builder: BuilderParts
  /** The bar above; it gets a way to show the problems. */
  topBar: (showProblems: () => void) => ReactNode
}

/** The whole drawing board: bar, palette, canvas, settings, dock. */
export function Builder({ builder, topBar }: BuilderProps) {
  const issues = useCheck(builder)
  return (
    <BuilderContext value={builder}>
      <IssuesContext value={issues}>
        <ReactFlowProvider>
          <Board topBar={topBar} />
        </ReactFlowProvider>
      </IssuesContext>
    </BuilderContext>
  )
}

function Board(props: Pick<BuilderProps, 'topBar'>) {
  const [compare] = useState(createCompare)
  return (
    <CompareContext value={compare}>
      <Panels {...props} />
    </CompareContext>
  )
}

function Panels({ topBar }: Pick<BuilderProps, 'topBar'>) {
  const [dock, setDock] = useState({ open: true, tab: 'problems' })
  const [hidden, setHidden] = useState(false)
  const { sizes, resize, style } = usePanelSizes()
  const chosen = useBuilderState((state) => state.view.nodes.length)
  useNotices()
  useBuilderKeys()
  useFlowCommands()
  const [simulator] = useState(() => createSimulator())
  const testing = useStore(simulator, (state) => state.open)
  const [tests] = useState(createTests)
  const comparing = useCompareState((state) => state.sides !== undefined)
  const compared = useCompared()
  const [traffic] = useState(createTraffic)
  const editing = useStore(tests, (state) => state.editing)
  const test = useBuilderState((state) => state.history.present.tests.find(({ id }) => id === editing))
  useSimulatorKey(simulator)
  return (
    <SimulatorContext value={simulator}>
      <TestsContext value={tests}>
        <TrafficContext value={traffic}>
          <Followers simulator={simulator} tests={tests} traffic={traffic} />
          <div
            className={styles.board}
            style={style}
            data-hidden={hidden && chosen === 0 && !testing && !test ? '' : undefined}
          >
            <div className={styles.top}>{topBar(() => setDock({ open: true, tab: 'problems' }))}</div>
            <div className={styles.palette}>
              <Palette />
            </div>
            <main id="main" tabIndex={-1} className={styles.canvas}>
              <div className={styles.drawing} inert={comparing}>
                <Canvas />
                <RunBanner />
                <CanvasTools />
              </div>
              {comparing && <CompareView compared={compared} />}
              <Divider
                panel="palette"
                label="Width of the node types"
                size={sizes.palette}
                onResize={(size) => resize('palette', size)}
              />
              <Divider
                panel="inspector"
                label="Width of the settings"
                size={sizes.inspector}
                onResize={(size) => resize('inspector', size)}
              />
              {dock.open && (
                <Divider
                  panel="dock"
                  label="Height of the dock"
                  size={sizes.dock}
                  onResize={(size) => resize('dock', size)}
                />
              )}
            </main>
            <div className={styles.inspector}>
              {comparing ? (
                <ComparePanel compared={compared} />
              ) : testing ? (
                <SimulatorPanel onChart={() => setDock({ open: true, tab: 'machine' })} />
              ) : test ? (
                <TestPanel key={test.id} test={test} />
              ) : (
                <Inspector onHide={() => setHidden(true)} />
              )}
            </div>
            <span className={styles.show}>
              <IconButton
                label="Show settings"
                variant="default"
                icon={<PanelRightOpen size={16} aria-hidden="true" />}
                onPress={() => setHidden(false)}
              />
            </span>
            <div className={styles.dock}>
              <Dock
                open={dock.open}
                tab={dock.tab}
                onOpen={(open) => setDock((before) => ({ ...before, open }))}
                onTab={(tab) => setDock({ open: true, tab })}
              />
            </div>
          </div>
        </TrafficContext>
      </TestsContext>
    </SimulatorContext>
  )
}

/** What follows every edit: the simulation, the tests, the figures. It draws nothing, so that an edit draws no panel again. */
function Followers({ simulator, tests, traffic }: { simulator: Simulator; tests: Tests; traffic: Traffic }) {
  useSimulation(simulator)
  useTestRuns(tests)
  useTestLayers(tests)
  useTrafficFigures(traffic)
  return null
}
