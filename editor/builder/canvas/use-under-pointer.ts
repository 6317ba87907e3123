import { type PointerEvent, useCallback } from 'react'
import { useReactFlow } from 'reactflow'
import { useBuilder } from '../builder-context.tsx'
import { findCardAt } from './find-card-at.ts'
import type { Scene } from './scene.ts'

/**
 * From very far all cards are one picture, and those on the page are hidden: a thousand places above it, each to be
 * sorted into layers with every frame, would keep the browser busy with nothing else while the canvas moves. The one
 * card that the pointer is over is found here, and is there to be pressed and dragged.
 */
export function useUnderPointer(scene: Scene, on: boolean) {
  const { store } = useBuilder()
  const { screenToFlowPosition } = useReactFlow()
  const find = useCallback(
    (at: { clientX: number; clientY: number }) =>
      findCardAt(scene, screenToFlowPosition({ x: at.clientX, y: at.clientY }, { snapToGrid: false })),
    [scene, screenToFlowPosition],
  )
  const onPointerMove = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      if (!on || event.buttons !== 0) return
      const id = find(event)
      const before = event.currentTarget.querySelector('[data-under]')
      const now =
        id === undefined ? null : event.currentTarget.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
      if (now === before) return
      before?.removeAttribute('data-under')
      now?.setAttribute('data-under', '')
    },
    [on, find],
  )
  /** A finger hovers over nothing: a tap on the canvas may be one on a card. Returns whether it was. */
  const tap = useCallback(
    (event: { clientX: number; clientY: number }) => {
      const id = on ? find(event) : undefined
      if (id !== undefined) store.getState().select([id])
      return id !== undefined
    },
    [on, find, store],
  )
  return { onPointerMove, tap }
}
