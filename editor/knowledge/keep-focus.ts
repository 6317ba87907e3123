/** Longer than what gives the focus back after a dialog needs, in milliseconds. */
const soon = 100

/** Where the button that was pressed is gone with what it did, the focus goes to the document, not back to the top of the page. */
export function keepFocus(document: string): void {
  setTimeout(() => {
    const page = window.document
    if (page.activeElement !== page.body) return
    const next = page.getElementById(titleId(document)) ?? page.getElementById('main')
    next?.focus()
  }, soon)
}

/** Id of the button that opens a document in the list. */
export function titleId(document: string): string {
  return `title-of-${document}`
}
