/** Puts the focus on the canvas, where the keys of the builder work. */
export function focusCanvas(): void {
  document.querySelector<HTMLElement>('.react-flow')?.focus()
}

/** Puts the focus on the first field of the settings, or on the first button where there is no field. */
export function focusInspector(): void {
  const inspector = document.querySelector<HTMLElement>('[data-inspector]')
  const field = inspector?.querySelector<HTMLElement>('[role="tabpanel"] :is(input, textarea), input, textarea')
  const control = field ?? inspector?.querySelector<HTMLElement>('button:not([disabled])')
  control?.focus()
}
