import type { ComponentChildren } from 'preact'

/** A button that does something at once, in one of the looks of the style sheet. */
export const button = (look: string, act: () => void, label: ComponentChildren) => (
  <button type="button" class={look} onClick={act}>
    {label}
  </button>
)
