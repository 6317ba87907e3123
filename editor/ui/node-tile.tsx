import {
  CircleHelp,
  Headset,
  type LucideIcon,
  MessageSquare,
  Play,
  Plug,
  ShieldAlert,
  Split,
  StickyNote,
  TextQuote,
} from 'lucide-react'
import type { NodeCategory } from '../../schema/node-definition.ts'
import { classes } from './classes.ts'
import { nodeIcons } from './node-icons.ts'
import styles from './node-tile.module.css'

/** Outline of each category in a box of 28: circle, speech, octagon, diamond, page, hexagon, arch. */
const shapes: Record<Exclude<NodeCategory, 'canvas'>, string> = {
  flow: 'M14 0a14 14 0 1 1 0 28a14 14 0 1 1 0-28z',
  talk: 'M5 0h18a5 5 0 0 1 5 5v15a5 5 0 0 1-5 5H12l-5 3v-3H5a5 5 0 0 1-5-5V5a5 5 0 0 1 5-5z',
  safety: 'M8.6.4h10.8l8.2 8.2v10.8l-8.2 8.2H8.6L.4 19.4V8.6z',
  decide:
    'M12.2.8a2.6 2.6 0 0 1 3.6 0l11.4 11.4a2.6 2.6 0 0 1 0 3.6L15.8 27.2a2.6 2.6 0 0 1-3.6 0L.8 15.8a2.6 2.6 0 0 1 0-3.6z',
  knowledge: 'M5 0h14l7 7v17a4 4 0 0 1-4 4H5a3 3 0 0 1-3-3V4a4 4 0 0 1 3-4z',
  connect: 'M14 0l12.5 7v14L14 28 1.5 21V7z',
  people: 'M0 13a14 13 0 0 1 28 0v12a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3z',
}
const paper = 'M3 0h22a3 3 0 0 1 3 3v16l-9 9H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z'
const categoryIcons: Record<NodeCategory, LucideIcon> = {
  flow: Play,
  talk: MessageSquare,
  safety: ShieldAlert,
  decide: Split,
  knowledge: TextQuote,
  connect: Plug,
  people: Headset,
  canvas: StickyNote,
}

interface NodeTileProps {
  /** Missing for a type that this version does not know: grey, with a question mark. */
  category?: NodeCategory
  /** The icon's name in the node's definition. */
  icon?: string
  size?: 's' | 'm'
}

/** A node's category in colour, shape and icon together, so that none of them is needed alone. */
export function NodeTile({ category, icon, size = 'm' }: NodeTileProps) {
  const Icon = (icon && nodeIcons[icon]) || (category ? categoryIcons[category] : CircleHelp)
  return (
    <span className={classes(styles.tile, styles[category ?? 'unknown'], size === 's' && styles.s)} aria-hidden="true">
      <svg viewBox="0 0 28 28" className={styles.shape} focusable="false" aria-hidden="true">
        <path d={category && category !== 'canvas' ? shapes[category] : paper} />
      </svg>
      <Icon className={styles.icon} strokeWidth={2} />
    </span>
  )
}
