import { useEffect } from 'react'
import { isPressed } from '../ui/keys.ts'
import { useBuilder, useIssues } from './builder-context.tsx'
import { builderKeys } from './builder-keys.ts'
import { goToIssue, nextIssue } from './problems/go-to-issue.ts'

/** Keys of other programs that hands know, and that the map does not list. */
const asOnWindows = { keys: 'Ctrl Y', words: 'Redo', group: '' }
const habit = { keys: 'Ctrl S', words: 'Save', group: '' }
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
      const { view, undo, redo, say } = store.getState()
      const back = event.shiftKey
      if (isPressed(event, builderKeys.undo)) undo()
      else if (isPressed(event, builderKeys.redo) || isPressed(event, asOnWindows)) redo()
      else if (isPressed(event, habit)) say('Every change is saved as you make it.')
      else if (isPressed(event, builderKeys.problem) || isPressed(event, builderKeys.problemBack)) {
        const issue = nextIssue(issues, view.active, view.field, back)
        if (issue) goToIssue(store, issue)
      } else if (isPressed(event, builderKeys.panel) || isPressed(event, builderKeys.panelBack)) focusPanel(back)
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
