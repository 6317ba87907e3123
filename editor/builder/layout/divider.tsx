import type { KeyboardEvent, PointerEvent } from 'react'
import styles from './divider.module.css'
import { type PanelName, panelRange, withinRange } from './panel-sizes.ts'

interface DividerProps {
  panel: PanelName
  label: string
  size: number
  onResize: (size: number) => void
}

const step = 16
/** Which way the panel grows: to the right, to the left, upwards. */
const grows = { palette: 'ArrowRight', inspector: 'ArrowLeft', dock: 'ArrowUp' }
const shrinks = { palette: 'ArrowLeft', inspector: 'ArrowRight', dock: 'ArrowDown' }

/** The line between a panel and the canvas: dragged, or moved with the arrow keys. A double press gives the first size. */
export function Divider({ panel, label, size, onResize }: DividerProps) {
  const { least, most, first } = panelRange[panel]
  const lying = panel === 'dock'

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === grows[panel]) onResize(withinRange(panel, size + step))
    else if (event.key === shrinks[panel]) onResize(withinRange(panel, size - step))
    else if (event.key === 'Home') onResize(least)
    else if (event.key === 'End') onResize(most)
    else return
    event.preventDefault()
  }
  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return
    const line = event.currentTarget
    const from = lying ? event.clientY : event.clientX
    const sign = panel === 'palette' ? 1 : -1
    line.setPointerCapture(event.pointerId)
    const onMove = (move: globalThis.PointerEvent) =>
      onResize(withinRange(panel, size + sign * ((lying ? move.clientY : move.clientX) - from)))
    line.addEventListener('pointermove', onMove)
    line.addEventListener('lostpointercapture', () => line.removeEventListener('pointermove', onMove), { once: true })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved has no native element
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={lying ? 'horizontal' : 'vertical'}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      className={styles.divider}
      data-panel={panel}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onDoubleClick={() => onResize(first)}
    />
  )
}
