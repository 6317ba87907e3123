/** A stretch of a text. UTF-16 offsets. */
export interface Stretch {
  at: number
  end: number
}

const abbreviation =
  /(?:^|[\s(“"'])(?:mr|mrs|ms|miss|dr|prof|rev|st|sgt|pc|dc|ds|insp|supt|no|nos|vs|etc|e\.?g|i\.?e|cf|approx|dept|ext|fig|art|sec|para|pt|vol|ed|jr|sr|inc|ltd|co|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.?s|u\.?k|[a-z])\.$/i
const border = /[.!?…]["”’')\]]*\s+(?=["“‘'([]?[\p{Lu}\p{N}])|\n+/gu

/** The sentences and lines of a text, in their order, without the blanks around them. */
export function splitSentences(text: string): Stretch[] {
  const found: Stretch[] = []
  let from = 0
  const add = (to: number) => {
    const part = text.slice(from, to)
    const trimmed = part.trim()
    if (trimmed !== '') {
      const at = from + part.indexOf(trimmed)
      found.push({ at, end: at + trimmed.length })
    }
    from = to
  }
  for (const match of text.matchAll(border)) {
    const to = match.index + match[0].length
    const before = text.slice(Math.max(from, match.index - 12), match.index + 1)
    if (match[0].startsWith('\n') || !match[0].startsWith('.') || !abbreviation.test(before)) add(to)
  }
  add(text.length)
  return found
}
