/** Where to go when the server has not told us, or told us nonsense. */
const elsewhere = 'https://www.bbc.co.uk/weather'

/** `address` if a page can be there; nothing that would run as a script. */
export const exitAddress = (address: string | undefined): string =>
  address && /^https?:\/\//i.test(address) ? address : elsewhere

/**
 * Calls `onEscape` for Escape and `onLeave` for three presses of Shift in a row, with nothing between them. A key that
 * belongs to an input method (choosing a character) is left alone.
 */
export function watchExitKeys(target: EventTarget, onEscape: () => void, onLeave: () => void): void {
  let presses = 0
  let last = 0
  target.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.isComposing || event.repeat) return
    if (event.key === 'Escape') {
      event.preventDefault()
      onEscape()
    }
    presses = event.key === 'Shift' ? (event.timeStamp - last < 5_000 ? presses + 1 : 1) : 0
    last = event.timeStamp
    if (presses === 3) onLeave()
  })
}

/** Blanks this page and puts another in its place, so that the way back does not lead here. */
export function leavePage(address: string | undefined): void {
  document.title = '\u00a0'
  document.body.style.display = 'none'
  location.replace(exitAddress(address))
}
