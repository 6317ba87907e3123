import { useEffect, useMemo } from 'react'
import {
  BaseEdge,
  type Edge,
  type EdgeProps,
  getBezierPath,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from 'reactflow'
import { classes } from '../../ui/classes.ts'
import { duration } from '../canvas/use-in-view.ts'
import styles from './chart.module.css'
import type { Chart, ChartState } from './to-chart.ts'

type StateNode = Node<{ state: ChartState; title: string }, 'state'>
type MoveEdge = Edge<{ label: string; near: boolean }, 'move'>
const nodeTypes = { state: StateBox }
const edgeTypes = { move: MoveLine }

interface StateChartProps {
  chart: Chart
  /** What a state is called on the canvas. */
  titleOf: (key: string) => string
  /** Words on every move; else only the moves of the active state have them. */
  labelled: boolean
}

/** States and moves as a drawing that can be panned and zoomed. It changes nothing. */
export function StateChart(props: StateChartProps) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  )
}

function Drawing({ chart, titleOf, labelled }: StateChartProps) {
  const { fitView } = useReactFlow()
  const nodes = useMemo(
    () =>
      chart.states.map(
        (state): StateNode => ({
          id: state.id,
          type: 'state',
          position: { x: state.x, y: state.y },
          width: state.width,
          height: state.height,
          data: { state, title: titleOf(state.key) },
        }),
      ),
    [chart, titleOf],
  )
  const edges = useMemo(
    () =>
      chart.edges.map(
        ({ id, source, target, events, near }): MoveEdge => ({
          id,
          type: 'move',
          source,
          target,
          zIndex: near ? 1 : 0,
          data: { label: labelled || near ? events.map(plain).join(', ') : '', near },
        }),
      ),
    [chart, labelled],
  )
  const shape = chart.states.map(({ key }) => key).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: fits again when other states are drawn
  useEffect(() => {
    const timer = setTimeout(() => void fitView({ padding: 0.08, maxZoom: 1, duration: duration() }), 30)
    return () => clearTimeout(timer)
  }, [shape, fitView])
  return (
    <ReactFlow
      className={styles.drawing}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      panOnScroll
      minZoom={0.05}
      fitView
      fitViewOptions={{ padding: 0.08, maxZoom: 1 }}
      onlyRenderVisibleElements={chart.states.length > 120}
      aria-label="State chart"
    />
  )
}

function StateBox({ data: { state, title } }: NodeProps<StateNode>) {
  const { key, type, active, parts, width, height } = state
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls; this is a state of a chart
    <div
      role="group"
      aria-label={`State ${title}${active ? ', active' : ''}`}
      className={classes(styles.state, active && styles.active, key.startsWith('$') && styles.hall)}
      style={{ width, height }}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} className={styles.handle} />
      <p className={styles.title}>
        <b>{title}</b>
        <code>{key === title ? type : key}</code>
      </p>
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <li key={part.name} className={part.active ? styles.lit : undefined}>
              <b>{part.name}</b>
              <span>
                {part.ways.map((way) => (
                  <i key={way}>{way}</i>
                ))}
              </span>
              {part.active && <span className="sr">active now</span>}
            </li>
          ))}
        </ul>
      )}
      <Handle type="source" position={Position.Right} isConnectable={false} className={styles.handle} />
    </div>
  )
}

function MoveLine(props: EdgeProps<MoveEdge>) {
  const [path, labelX, labelY] = getBezierPath(props)
  const label = props.data?.label
  return (
    <BaseEdge
      path={path}
      className={classes(styles.move, props.data?.near && styles.near)}
      markerEnd={props.data?.near ? 'url(#arrow-strong)' : 'url(#arrow)'}
      {...(label && { label, labelX, labelY })}
      labelShowBg
      labelBgPadding={[4, 2]}
      labelBgBorderRadius={4}
      labelStyle={{ fill: 'var(--text-2)', fontSize: 11.5 }}
      labelBgStyle={{ fill: 'var(--app)' }}
    />
  )
}

/** `outcome.answered` as `answered`. */
function plain(event: string): string {
  return event.replace(/^outcome\./, '')
}
