const mostWords = 3
/** "Hm" and "ok" say nothing. */
const shortest = 3

/** A word of a text: what it is looked up by, and as it is written. */
interface Written {
  stem: string
  word: string
}

/**
 * Names groups of comments, `all` of which are given as their words: by the words that most tell a group from the others,
 * in the form in which it mostly writes them. Each word of a name stands in at least a third of the group's comments, or
 * there is no name and so no theme: nobody reads into comments what is not there.
 */
export function createThemeNames(all: readonly (readonly Written[])[]) {
  const everywhere = countHolders(all)
  return (members: readonly number[]): string | undefined => {
    const own = members.flatMap((index) => (all[index] ? [all[index]] : []))
    const rarity = (stem: string) => Math.log(1 + all.length / (everywhere.get(stem) ?? 1))
    const name = [...countHolders(own)]
      .filter(([stem, n]) => stem.length >= shortest && n * 3 >= own.length && n > 1)
      .map(([stem, n]) => ({ stem, score: n * rarity(stem) }))
      .toSorted((a, b) => b.score - a.score || a.stem.localeCompare(b.stem))
      .slice(0, mostWords)
      .map(({ stem }) => commonestForm(own, stem))
      .join(', ')
    return name === '' ? undefined : name.charAt(0).toUpperCase() + name.slice(1)
  }
}

/** In how many texts each word stands. */
function countHolders(texts: readonly (readonly Written[])[]): Map<string, number> {
  const holders = new Map<string, number>()
  for (const text of texts)
    for (const stem of new Set(text.map((each) => each.stem))) holders.set(stem, (holders.get(stem) ?? 0) + 1)
  return holders
}

function commonestForm(texts: readonly (readonly Written[])[], wanted: string): string {
  const counts = new Map<string, number>()
  for (const { stem, word } of texts.flat()) if (stem === wanted) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? ''
}
