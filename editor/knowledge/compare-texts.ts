import type { DocumentPassage } from '../../schema/api/knowledge.ts'

/** A stretch of text: in both versions, only in the earlier, or only in the later one. */
export interface Piece {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/** Part of a comparison: passages that are alike, or what became of some that are not. */
export type Compared =
  | { kind: 'same'; passages: readonly DocumentPassage[] }
  | { kind: 'changed'; heading: string; page: number | null; pieces: Piece[] }

/** Above so many pairs two lists are not compared in detail: one took the other's place. */
const mostPairs = 4_000_000

/** What changed from one version's passages to another's, word by word. */
export function compareTexts(before: readonly DocumentPassage[], after: readonly DocumentPassage[]): Compared[] {
  const compared: Compared[] = []
  let gone: DocumentPassage[] = []
  let added: DocumentPassage[] = []
  const close = () => {
    for (const part of byHeading(gone, added)) {
      const first = part.added[0] ?? part.gone[0]
      if (first)
        compared.push({
          kind: 'changed',
          heading: first.heading,
          page: first.page,
          pieces: compareWords(toText(part.gone), toText(part.added)),
        })
    }
    gone = []
    added = []
  }
  for (const step of compareLists(before, after, (passage) => `${passage.heading}\n${passage.text}`)) {
    if (step.kind === 'gone') gone.push(step.item)
    else if (step.kind === 'new') added.push(step.item)
    else {
      close()
      const last = compared.at(-1)
      if (last?.kind === 'same')
        compared[compared.length - 1] = { kind: 'same', passages: [...last.passages, step.item] }
      else compared.push({ kind: 'same', passages: [step.item] })
    }
  }
  close()
  return compared
}

interface Part {
  gone: readonly DocumentPassage[]
  added: readonly DocumentPassage[]
}

/** What became of some passages, heading by heading; all of it at once where headings came, went or changed their order. */
function byHeading(gone: readonly DocumentPassage[], added: readonly DocumentPassage[]): Part[] {
  const before = Map.groupBy(gone, ({ heading }) => heading)
  const after = Map.groupBy(added, ({ heading }) => heading)
  if ([...before.keys()].join('\n') !== [...after.keys()].join('\n')) return [{ gone, added }]
  return [...after].map(([heading, some]) => ({ gone: before.get(heading) ?? [], added: some }))
}

/** What changed between two texts, in whole words; neighbours of one kind are one piece. */
export function compareWords(before: string, after: string): Piece[] {
  const pieces: Piece[] = []
  for (const { kind, item } of compareLists(toWords(before), toWords(after), (word) => word.trim())) {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += item
    else pieces.push({ kind, text: item })
  }
  return pieces
}

interface Step<Item> {
  kind: Piece['kind']
  item: Item
}

/** The longest common part of two lists decides what stayed. What is in both is given as it stands in `after`. */
function compareLists<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): Step<Item>[] {
  const a = before.map(keyOf)
  const b = after.map(keyOf)
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  let end = 0
  while (end < a.length - from && end < b.length - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const mark = (kind: Piece['kind']) => (item: Item) => ({ kind, item })
  return [
    ...after.slice(0, from).map(mark('same')),
    ...compareMiddle(before.slice(from, before.length - end), after.slice(from, after.length - end), keyOf),
    ...after.slice(after.length - end).map(mark('same')),
  ]
}

function compareMiddle<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): Step<Item>[] {
  const [rows, columns] = [before.length, after.length]
  const a = before.map(keyOf)
  const b = after.map(keyOf)
  const width = columns + 1
  /** Length of the longest common part of what begins at row and column. */
  const length = rows * columns > mostPairs ? undefined : new Uint32Array((rows + 1) * width)
  if (length)
    for (let row = rows - 1; row >= 0; row--)
      for (let column = columns - 1; column >= 0; column--)
        length[row * width + column] =
          a[row] === b[column]
            ? (length[(row + 1) * width + column + 1] ?? 0) + 1
            : Math.max(length[(row + 1) * width + column] ?? 0, length[row * width + column + 1] ?? 0)
  const steps: Step<Item>[] = []
  let row = 0
  let column = 0
  while (row < rows || column < columns) {
    const isSame = length && row < rows && column < columns && a[row] === b[column]
    const goneFirst =
      column >= columns ||
      (row < rows && (length?.[(row + 1) * width + column] ?? 1) >= (length?.[row * width + column + 1] ?? 0))
    const item = isSame || !goneFirst ? after[column] : before[row]
    if (item !== undefined) steps.push({ kind: isSame ? 'same' : goneFirst ? 'gone' : 'new', item })
    if (isSame || goneFirst) row++
    if (isSame || !goneFirst) column++
  }
  return steps
}

/** Words with the space behind them. */
function toWords(text: string): string[] {
  return text.match(/\S+\s*/g) ?? []
}

function toText(passages: readonly DocumentPassage[]): string {
  return passages.map(({ text }) => text).join('\n')
}
