/** Names below which only public bodies have addresses. */
const publicHosts = ['police.uk', 'gov.uk', 'nhs.uk']

/** What a reader, or a program that shows the words, could take for an address. Bounded, so that no text takes long to read. */
const addresses = new RegExp(
  [
    // With a scheme, without one, and of a share.
    /[A-Za-z][A-Za-z\d+.-]{0,30}:[/\\]{2}\S*/u,
    /[/\\]{2}\S+/u,
    // Of an e-mail, of a machine by number.
    /[^\s@]{1,64}@[^\s@]+/u,
    /\d{1,3}(?:\.\d{1,3}){3}\S*/u,
    // A name by itself. Its end is in small letters or in capitals: `station.The` is two sentences.
    /[wW]{3}[.。｡]\S+/u,
    /(?:[\p{L}\p{N}_-]{1,63}[.。｡]){1,9}(?:xn--[a-z\d-]+|[\p{Ll}\p{Lo}]{2,24}|\p{Lu}{2,24})(?![\p{L}\p{N}])(?:[:/\\?#]\S*)?/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
)
const file = /^[\p{L}\p{N}_.-]+\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|rtf|odt|jpe?g|png|mp[34]|html?)$/iu

/** Addresses that are written so that nobody finds them, or that do something instead of leading somewhere. */
const disguises = [
  /\bh(?:xx|\*\*)ps?\b|\bhttps?:(?!\/\/)|\bhttps?\s+:/i,
  /[[({]\s*(?:dot|punkt|\.)\s*[\])}]|\bdot\s+(?:com|org|net|co|uk|info|example)\b/i,
  /\w\s{1,4}[.。｡]\s{0,4}(?:com|org|net|co|uk|info|example)\b/i,
  /:\s+\/\s?\/|:\/\s+\//,
  /&(?:#\w+|period|colon|sol|commat|bsol);/i,
  /\b(?:javascript|vbscript|livescript|mocha|view-source|jar|blob|intent|magnet|mailto|cid|ms-[a-z-]+|itms[a-z-]*)\s*:\s*\S/i,
  /\bdata:[\w.+-]*[/,;]/i,
]

/**
 * Whether a sentence names an address that is neither a public body's nor one of `hosts` (nor below one of them): told by the
 * host that a browser would read, which has to be the one that is written. An address with a name in front of its host, a
 * port, a query or a fragment leads elsewhere whatever its host: there is room for words of the visitor's in it.
 */
export function leadsElsewhere(sentence: string, hosts: readonly string[] = []): boolean {
  const text = sentence.normalize('NFKC')
  if (disguises.some((pattern) => pattern.test(text))) return true
  const trusted = [...publicHosts, ...hosts]
  return (text.match(addresses) ?? []).some((written) => !isTrusted(bare(written), trusted))
}

/** An address without the brackets and stops around it. */
function bare(written: string): string {
  return written.replace(/^[^\p{L}\p{N}/\\]+/u, '').replace(/(?:[’'`]s)?[^\p{L}\p{N}/\\=&%-]+$|[’'`]s$/u, '')
}

function isTrusted(written: string, trusted: readonly string[]): boolean {
  if (file.test(written)) return true
  const parts = /^(?:https?:\/\/|[\w.+-]+@)?([A-Za-z\d.-]+)((?:\/[\w.~-]+)*\/?)$/i.exec(written)
  const host = parts?.[1]?.toLowerCase()
  if (!host || host.includes('xn--') || !URL.canParse(`https://${host}`)) return false
  return new URL(`https://${host}`).hostname === host && trusted.some((one) => host === one || host.endsWith(`.${one}`))
}
