import { useBuilder } from '../builder-context.tsx'
import { focusCanvas } from './focus-canvas.ts'
import styles from './jump-chip.module.css'

/** An edge that is folded away: where it leads. A press draws it. `jumps` has one a line: `outcome edge title`. */
export function JumpChip({ jumps, outcome }: { jumps: string; outcome?: string }) {
  if (jumps === '') return null
  const jump = jumps
    .split('\n')
    .map((line) => /^(\S+) (\S+) (.*)$/.exec(line))
    .find((parts) => parts && (outcome === undefined || parts[1] === outcome))
  const [, , edge, title] = jump ?? []
  return edge === undefined ? null : <Chip edges={[edge]} words={`↗ ${title}`} says="Show the way." />
}

/** Outcomes whose edges are folded: their ports look so at every zoom, also where no chip can be read. */
export function jumpingOutcomes(jumps: string): ReadonlySet<string> {
  return new Set(jumps.split('\n').map((line) => line.split(' ')[0] ?? ''))
}

/** How many folded edges lead here. A press draws them. */
export function JumpsIn({ edges }: { edges: string }) {
  if (edges === '') return null
  const ids = edges.split(' ')
  const words = ids.length === 1 ? '+1 jump' : `+${ids.length} jumps`
  return <Chip edges={ids} words={words} says="Show where from." />
}

function Chip({ edges, words, says }: { edges: readonly string[]; words: string; says: string }) {
  const { store } = useBuilder()
  return (
    <button
      type="button"
      // The canvas is one tab stop; O on the node goes through its outcomes.
      tabIndex={-1}
      className={`nodrag nopan ${styles.chip}`}
      title={says}
      onClick={(event) => {
        event.stopPropagation()
        store.getState().select([], edges)
        focusCanvas()
      }}
    >
      {words}
      <span className="sr"> {says}</span>
    </button>
  )
}
