import { type RefObject, useEffect } from 'react'
import { useBuilder } from '../builder-context.tsx'

/** Whether a text is meant to be a whole flow. Whether it can be taken in, the import says. */
function isFlowDocument(text: string): boolean {
  return text.trimStart().startsWith('{') && text.includes('"signpost.flow/')
}

/** Copy, cut and paste by the browser's own events, so that flows go between windows as JSON text. */
export function useClipboard(frame: RefObject<HTMLDivElement | null>) {
  const { actions, store } = useBuilder()
  useEffect(() => {
    const here = () => frame.current?.contains(document.activeElement) ?? false
    const copy = (event: ClipboardEvent, cut: boolean) => {
      const text = here() ? actions.copied() : ''
      if (text === '' || !event.clipboardData) return
      event.clipboardData.setData('text/plain', text)
      event.preventDefault()
      if (cut) actions.cut()
    }
    const onCopy = (event: ClipboardEvent) => copy(event, false)
    const onCut = (event: ClipboardEvent) => copy(event, true)
    const onPaste = (event: ClipboardEvent) => {
      if (!here() || !event.clipboardData) return
      event.preventDefault()
      const text = event.clipboardData.getData('text/plain')
      if (isFlowDocument(text)) store.getState().offer(text)
      else if (!actions.paste(text)) store.getState().say('The clipboard holds no nodes. Copy some from a flow first.')
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCut)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCut)
      document.removeEventListener('paste', onPaste)
    }
  }, [actions, store, frame])
}
