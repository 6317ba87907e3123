const least = 0.5

/** Every word of a text, also those that say nothing: "Where is my DBS check" is another heading than "A DBS check". */
export function toPlainWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** How nearly a question is one of the headings: the share of words that both have, from a half up; else 0. */
export function asHeading(asked: ReadonlySet<string>, headings: readonly ReadonlySet<string>[]): number {
  return Math.max(
    0,
    ...headings.map((heading) => {
      const both = [...asked].filter((word) => heading.has(word)).length
      const share = both / (asked.size + heading.size - both || 1)
      return both > 1 && share >= least ? share : 0
    }),
  )
}
