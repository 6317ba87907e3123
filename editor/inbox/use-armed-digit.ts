import { useEffect, useRef } from 'react'
import { useInboxKeys } from './use-inbox-keys.ts'

/** So long after Alt S a digit chooses. Milliseconds. */
const armedFor = 2_000

/** Alt S, then 1 to 3. The digit counts also where somebody is typing: it was asked for. */
export function useArmedDigit(enabled: boolean, choose: (digit: number) => void): void {
  const armedAt = useRef(0)
  const current = useRef(choose)
  current.current = choose
  useInboxKeys(
    enabled
      ? {
          'alt s': () => {
            armedAt.current = Date.now()
          },
        }
      : {},
  )
  useEffect(() => {
    if (!enabled) return
    const press = (event: KeyboardEvent) => {
      if (Date.now() - armedAt.current > armedFor || !/^[1-3]$/.test(event.key)) return
      armedAt.current = 0
      event.preventDefault()
      event.stopPropagation()
      current.current(Number(event.key))
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [enabled])
}
