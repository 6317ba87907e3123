import { useEffect, useState } from 'react'
import { largestFlow } from '../../schema/api/flows.ts'
import { showToast } from '../ui/toast.tsx'

/** A document that was dropped anywhere on the page, or pasted where nothing is typed. */
export interface DroppedFlow {
  name?: string
  text: string
}

/** Takes flow files that are dropped on the page and flow documents that are pasted into it. */
export function useDroppedFlow(take: (flow: DroppedFlow) => void) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]')
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (typing || document.querySelector('[role="dialog"]') || !text.includes('"signpost.flow/')) return
      event.preventDefault()
      take({ text })
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [take])
  const holdsFile = (event: React.DragEvent) => [...event.dataTransfer.types].includes('Files')
  return {
    over,
    handlers: {
      onDragOver: (event: React.DragEvent) => {
        if (!holdsFile(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: (event: React.DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null))
          setOver(false)
      },
      onDrop: (event: React.DragEvent) => {
        const file = event.dataTransfer.files[0]
        setOver(false)
        if (!file) return
        event.preventDefault()
        if (file.size > largestFlow)
          showToast(`${file.name} is larger than 5 MB, too large for a flow.`, { tone: 'fault' })
        else void file.text().then((text) => take({ name: file.name, text }))
      },
    },
  }
}
