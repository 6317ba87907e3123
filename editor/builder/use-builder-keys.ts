import { useEffect } from 'react'
import { useBuilder, useIssues } from './builder-context.tsx'
import { goToIssue, nextIssue } from './problems/go-to-issue.ts'

const panels = ['header', '[aria-label="Node types"]', '.react-flow', '[data-inspector]', '[data-dock]']

/** Keys that work everywhere in the builder: undo, redo, the next problem, the next panel. */
export function useBuilderKeys() {
  const { store } = useBuilder()
  const issues = useIssues()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (
        event.defaultPrevented ||
        document.querySelector('[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])')
      )
        return
      const control = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      const { view, undo, redo } = store.getState()
      if (control && key === 'z' && !event.shiftKey) undo()
      else if (control && (key === 'y' || (key === 'z' && event.shiftKey))) redo()
      else if (control && key === 's') store.getState().say('Every change is saved as you make it.')
      else if (event.key === 'F8') {
        const issue = nextIssue(issues, view.active, view.field, event.shiftKey)
        if (issue) goToIssue(store, issue)
      } else if (event.key === 'F6') focusPanel(event.shiftKey)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [store, issues])
}

function focusPanel(back: boolean) {
  const found = panels.map((panel) => document.querySelector<HTMLElement>(panel))
  const at = found.findIndex((panel) => panel?.contains(document.activeElement))
  const next = found[(at + (back ? -1 : 1) + found.length) % found.length]
  const inside = next?.matches('[tabindex]')
    ? next
    : next?.querySelector<HTMLElement>('button:not([disabled]), input, a, [tabindex="0"]')
  inside?.focus()
}
