let page = 'Signpost'
let alerts = 0

/** The window's title says where a person is, and first of all how many alerts nobody has acknowledged. */
export function setPageTitle(title: string): void {
  page = title
  show()
}
export function setAlertCount(count: number): void {
  alerts = count
  show()
}
function show() {
  const prefix = alerts === 0 ? '' : alerts === 1 ? '(1 alert) ' : `(${alerts} alerts) `
  document.title = `${prefix}${page} · Signpost`
}
