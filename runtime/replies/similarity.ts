const stopWords = new Set(
  'a about after all also am an and any are as at be because been but by can could did do does doing for from get got had has have he her here him his how i if im in into is it its ive just like me my no not now of on one or our out please put she should so some than that the their them then there they this to up us want was we were what when where which who why will with would yes you your'.split(
    ' ',
  ),
)

/** The words of a text that carry meaning, without the commonest English endings. */
export function toStems(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !stopWords.has(word))
    .map((word) => (word.length > 4 ? word.replace(/(ing|ied|ies|ed|es|s|ly)$/, '') : word.replace(/s$/, '')))
}

/** What a word counts that stands in none of the texts. */
const unknownWord = 0.35

/**
 * How alike `asked` is to each of `texts`, 0 to 1: the share of what was asked that stands in the text, where a word
 * counts the more the fewer of the texts hold it. A word that none of them holds tells them apart from nothing.
 */
export function similarities(asked: string, texts: readonly string[]): number[] {
  const wanted = [...new Set(toStems(asked))]
  const held = texts.map((text) => new Set(toStems(text)))
  const weights = wanted.map((stem) => {
    const holders = held.filter((stems) => stems.has(stem)).length
    return holders === 0 ? unknownWord : 1 + Math.log(texts.length / holders)
  })
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (all === 0) return texts.map(() => 0)
  return held.map((stems) => {
    const covered = wanted.reduce((sum, stem, at) => sum + (stems.has(stem) ? (weights[at] ?? 0) : 0), 0)
    // A long text holds many words by chance: what is about the same thing and short comes first.
    return (covered / all) * (1 / (1 + Math.max(0, stems.size - 40) / 160))
  })
}
