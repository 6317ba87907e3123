/** Puts the focus on the canvas, where the keys of the builder work. */
export function focusCanvas(): void {
  document.querySelector<HTMLElement>('.react-flow')?.focus()
}
