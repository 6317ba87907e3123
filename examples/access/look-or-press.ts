/** What can be pressed. Controls of one kind are the same one in several rows. */
interface Control {
  kind: string
  name: string
}

/**
 * Runs in the page. Fills the empty fields of forms, so that they can be sent, and says what can be pressed; or presses the
 * first control of `kind`. What lies under a dialog or a menu is hidden from everybody, and so from this.
 */
export function lookOrPress(kind: string | undefined): Control[] {
  const within = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true], [inert]')
  const enabled = (element: Element) =>
    !element.matches(':disabled, [aria-disabled=true]') && !element.closest('fieldset:disabled')
  const nameOf = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent ?? '').trim()
  const kindOf = (element: Element) => {
    const places: string[] = []
    for (let at: Element | null = element; at && places.length < 4; at = at.parentElement)
      places.push(`${at.tagName}.${at.getAttribute('class') ?? ''}`)
    const name = nameOf(element)
    const same = name.length > 40 || element.getAttribute('role') === 'option'
    return `${places.join(' < ')} ${same ? '' : (/[a-z]+/i.exec(name)?.[0] ?? '')}`
  }

  for (const field of document.querySelectorAll('form *, [role=dialog] *, [data-reply]')) {
    const typed = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
    if (!typed || field.value !== '' || field.readOnly || !within(field) || !enabled(field)) continue
    const words = { number: '1', email: 'sam@northmoor.example', url: 'https://northmoor.example' }[field.type]
    if (!words && !['text', 'password', 'textarea'].includes(field.type)) continue
    const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
    Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, words ?? 'Northmoor')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  const pressable =
    'button, summary, [role=tab], [role^=menuitem], [role=option], input[type=checkbox], input[type=radio]'
  const found = [...document.querySelectorAll(pressable)].filter((element) => within(element) && enabled(element))
  if (kind !== undefined) {
    const element = found.find((each) => kindOf(each) === kind)
    if (element instanceof HTMLElement) element.click()
  }
  return found.map((element) => ({ kind: kindOf(element), name: nameOf(element).slice(0, 60) }))
}
