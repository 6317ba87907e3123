import { Origin } from '../../schema/origin.ts'

/**
 * What a person types as their website, as the origin that the widget is checked against: `www.northmoor.police.uk/contact`
 * becomes `https://www.northmoor.police.uk`. The error says how to put it right.
 */
export function readWebsiteAddress(typed: string): { ok: true; origin: string } | { ok: false; error: string } {
  const words = typed.trim()
  if (words === '') return { ok: false, error: 'Enter the address of your website, for example northmoor.police.uk' }
  const url = URL.parse(/^https?:\/\//i.test(words) ? words : `${isLocal(words) ? 'http' : 'https'}://${words}`)
  if (url?.username !== '' || /[\s@]/.test(words))
    return { ok: false, error: 'Use an address as it stands in the browser, for example northmoor.police.uk' }
  const host = url.hostname
  const ending = host.split('.').at(-1) ?? ''
  if (
    !isLocal(host) &&
    (!host.includes('.') || ending === 'police' || !/^([a-z]{2,}|xn--[a-z0-9-]+|\d+)$/.test(ending))
  )
    return { ok: false, error: 'Add the ending of the address, for example northmoor.police.uk' }
  return Origin.safeParse(url.origin).success
    ? { ok: true, origin: url.origin }
    : { ok: false, error: 'Use an address as it stands in the browser, for example northmoor.police.uk' }
}

function isLocal(address: string): boolean {
  return /^(localhost|127\.0\.0\.1)(:|\/|$)/.test(address)
}
