import { memo } from 'react'
import { Handle, type NodeProps, Position } from 'reactflow'
import { Avatar } from '../../ui/avatar.tsx'
import { classes } from '../../ui/classes.ts'
import { NodeTile } from '../../ui/node-tile.tsx'
import { type CanvasNode, type CardView, nodeLabel } from './canvas-nodes.ts'
import { hasRows } from './card.ts'
import { useDetail } from './detail.ts'
import { JumpChip, JumpsIn, jumpingOutcomes } from './jump-chip.tsx'
import styles from './node-card.module.css'

/** A node on the canvas: what it is, what it does in one line, and each way out with its own port. */
export const NodeCard = memo(function NodeCard({ id, data, selected }: NodeProps<CanvasNode>) {
  const { card, mark } = data
  const detail = useDetail()
  const rows = hasRows(card)
  const far = detail === 'tile'
  if (detail === 'dot') return <Dot id={id} data={data} />
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls; this is a card on a canvas
    <div
      id={`node-${id}`}
      role="group"
      aria-label={nodeLabel(data)}
      className={classes(
        styles.card,
        styles[card.kind === 'unknown' ? 'unknown' : card.category],
        selected && (data.among ? styles.among : styles.selected),
        data.active && styles.active,
        data.aimed && styles.aimed,
        mark?.uncovered && styles.uncovered,
        mark?.compared && styles[`compared-${mark.compared}`],
        mark?.onWay && styles.passed,
        data.run && styles[data.run],
        mark?.diverged && styles[mark.diverged],
      )}
      data-detail={detail}
      style={{ height: card.height }}
    >
      {!far && (
        <Handle id="in" type="target" position={Position.Left} className={styles.in} isConnectableStart={false} />
      )}
      {data.entries.split(' ').map((side) => side && <span key={side} className={styles[`entry-${side}`]} />)}
      <div className={styles.head}>
        <NodeTile category={card.kind === 'unknown' ? undefined : card.category} icon={card.icon} />
        {detail !== 'tile' && (
          <span className={styles.names}>
            <b>{card.title}</b>
            {card.title !== card.typeName && <small>{card.typeName}</small>}
          </span>
        )}
      </div>
      {detail === 'full' && (
        <div className={styles.summary}>
          <p>{mark?.figures?.line ?? card.summary}</p>
          {!rows && <JumpChip jumps={data.jumps} />}
          <JumpsIn edges={data.jumpsIn} />
        </div>
      )}
      {far && <FarPorts data={data} />}
      {rows && !far && <Rows data={data} full={detail === 'full'} />}
      {!rows &&
        !far &&
        data.ports.map((port) => (
          <Handle
            key={port.outcome}
            id={port.outcome}
            type="source"
            position={port.side === 'right' ? Position.Right : Position.Bottom}
            isConnectableEnd={false}
            className={classes(
              styles.port,
              !data.led && styles.loose,
              data.jumps && styles.jumping,
              data.linking && styles.linking,
            )}
            style={{ left: port.x, top: port.y }}
          />
        ))}
      {mark?.diverged && (
        <span className={styles.verdict} data-for={mark.diverged}>
          {mark.diverged === 'reached' ? 'Went here' : 'Expected here'}
        </span>
      )}
      {mark?.compared && (
        <span className={styles.corner} data-for={mark.compared}>
          {cornerWords[mark.compared]}
        </span>
      )}
      {mark?.people && (
        <span className={styles.here}>
          {mark.people.map(({ id: person, name }) => (
            <Avatar key={person} name={name} />
          ))}
        </span>
      )}
      {data.faults > 0 && <span className={styles.fault}>{data.faults}</span>}
      {data.faults === 0 && data.advice > 0 && <span className={styles.advice}>{data.advice}</span>}
    </div>
  )
})

/** From so far that it is painted by `FarView`: a place to press and drag, with its name and whether it is looked at. */
function Dot({ id, data }: { id: string; data: CardView }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls; this is a card on a canvas
    <div
      id={`node-${id}`}
      role="group"
      aria-label={nodeLabel(data)}
      className={classes(
        styles.dot,
        data.active && styles.active,
        data.aimed && styles.aimedDot,
        data.run === 'now' && styles.now,
        data.mark?.diverged && styles[data.mark.diverged],
        data.mark?.compared && styles[`compared-${data.mark.compared}`],
      )}
      style={{ height: data.card.height }}
    />
  )
}

const cornerWords = { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved' }

function Rows({ data, full }: { data: CardView; full: boolean }) {
  const led = new Set(data.led.split(' '))
  const jumping = jumpingOutcomes(data.jumps)
  return (
    <ul className={styles.rows}>
      {data.card.outcomes.map((outcome) => (
        <li
          key={outcome.id}
          className={classes(!led.has(outcome.id) && styles.bad, data.linking === outcome.id && styles.linked)}
        >
          {full && <span>{outcome.label}</span>}
          {full && !led.has(outcome.id) && <span className="sr">leads nowhere</span>}
          {full && <JumpChip jumps={data.jumps} outcome={outcome.id} />}
          {full && data.mark?.figures && (
            <span className={styles.figure}>{data.mark.figures.counts.get(outcome.id) ?? '0'}</span>
          )}
          <Handle
            id={outcome.id}
            type="source"
            position={Position.Right}
            isConnectableEnd={false}
            className={classes(
              styles.port,
              !led.has(outcome.id) && styles.loose,
              jumping.has(outcome.id) && styles.jumping,
              data.linking === outcome.id && styles.linking,
            )}
          />
        </li>
      ))}
    </ul>
  )
}

/**
 * Ports from very far: only to be seen, so that a thousand cards cost little. React Flow finds where they are by these
 * class names and data attributes.
 */
function FarPorts({ data }: { data: CardView }) {
  const led = new Set(data.led.split(' '))
  const jumping = jumpingOutcomes(data.jumps)
  return (
    <>
      <span className={classes('target', styles.in)} data-handleid="in" data-handlepos={Position.Left} />
      {data.ports.map((port) => (
        <span
          key={port.outcome}
          data-handleid={port.outcome}
          data-handlepos={port.side === 'right' ? Position.Right : Position.Bottom}
          className={classes(
            'source',
            styles.far,
            !led.has(port.outcome) && styles.loose,
            jumping.has(port.outcome) && styles.jumping,
          )}
          style={{ left: port.x - 6, top: port.y - 6 }}
        />
      ))}
    </>
  )
}
