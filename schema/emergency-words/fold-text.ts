import { textSpeak } from './text-speak.ts'

/** One word of a message as the rules see it, and where the visitor wrote it. */
export interface Token {
  /** Lower case, without accents, with digits and signs that stand for letters put back: `kn1fe` is `knife`. */
  readonly word: string
  /** Half-open range in the text as written, in UTF-16 units as everywhere in this product. */
  readonly start: number
  readonly end: number
  /** True when a sentence ends after this word: no rule reaches across. */
  readonly stop: boolean
  /** Written with a capital that is not the first letter of a sentence: half of every place name and surname. */
  readonly named: boolean
}

/** A piece of the text before text-speak is spelled out. */
interface Piece {
  word: string
  start: number
  end: number
  stop: boolean
  named: boolean
}

/**
 * Reads a message as a person in a hurry, or hiding what they type, means it. It guarantees linear time for any input,
 * never throws, and keeps the way back: every token knows which characters of the visitor's own text it came from.
 */
export function foldText(text: string): Token[] {
  const tokens: Token[] = []
  for (const piece of joinSplitLetters(readPieces(text))) {
    const spelled = textSpeak.get(piece.word)
    if (spelled === undefined) {
      tokens.push(piece)
      continue
    }
    spelled.forEach((word, at) => {
      tokens.push({ ...piece, word, stop: piece.stop && at === spelled.length - 1 })
    })
  }
  return tokens
}

const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '€': 'e',
  '!': 'i',
}
const LOOKALIKES: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  к: 'k',
  т: 't',
  м: 'm',
  н: 'h',
  в: 'b',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  α: 'a',
  ο: 'o',
  ε: 'e',
}
const SENTENCE_END = new Set(['.', '!', '?', '\n', ';', '…'])
const APOSTROPHES = new Set(["'", '’', '‘', '`', '´'])
const INVISIBLE = new Set(['\u200b', '\u200c', '\u200d', '\u00ad', '\ufeff', '\ufe0f'])

/** Words of letters and digits; a picture character is a word of its own. */
function readPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let word = ''
  let start = 0
  let end = 0
  let named = false
  const flush = (stop: boolean) => {
    if (word !== '') {
      const last = pieces.at(-1)
      pieces.push({ word: unleet(squeeze(word)), start, end, stop, named: named && last !== undefined && !last.stop })
    } else if (stop) {
      const last = pieces.at(-1)
      if (last !== undefined) last.stop = true
    }
    word = ''
    named = false
  }
  let at = 0
  for (const character of text) {
    const next = at + character.length
    if (isSilent(character)) {
      if (word === 't' && APOSTROPHES.has(character)) flush(false)
      else if (word !== '') end = next
    } else {
      const folded = foldCharacter(character)
      const inside = word !== '' && (character === '@' || character === '$' || character === '€' || character === '!')
      if (folded !== '') {
        if (word === '') {
          start = at
          named = character !== character.toLowerCase()
        }
        word += folded
        end = next
      } else if (inside && /^[\p{L}]/u.test(text.slice(next, next + 2))) {
        word += LEET[character] ?? ''
        end = next
      } else if (character > '\u00ff' && PICTURE.test(character)) {
        flush(false)
        pieces.push({ word: character, start: at, end: next, stop: false, named: false })
      } else {
        flush(SENTENCE_END.has(character))
      }
    }
    at = next
  }
  flush(true)
  return pieces
}

/** Apostrophes, joiners and combining marks are part of the word that they stand in, and add nothing to it. */
function isSilent(character: string): boolean {
  if (character >= 'a' && character <= 'z') return false
  return APOSTROPHES.has(character) || INVISIBLE.has(character) || (character > '\u02ff' && MARK.test(character))
}

const MARK = /^\p{M}$/u
const PICTURE = /\p{Extended_Pictographic}/u

/** The plain letters or digits behind one character, `''` for everything that is neither. */
function foldCharacter(character: string): string {
  if (character >= 'a' && character <= 'z') return character
  if (character < '\u0080') return /[A-Z0-9]/.test(character) ? character.toLowerCase() : ''
  const lower = character.toLowerCase()
  const plain = LOOKALIKES[lower] ?? lower.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const mapped = LOOKALIKES[plain] ?? plain
  return /^[\p{L}\p{N}]+$/u.test(mapped) ? mapped : ''
}

/** `heeeelp` is `help`: three or more of a letter become one. Digits stay, since `999` is a number. */
function squeeze(word: string): string {
  return word.replace(/([^\d])\1{2,}/gu, '$1')
}

/** A digit between letters, or after two, stands for a letter; `flat2a`, `m60`, `3am` and years stay as they are. */
function unleet(word: string): string {
  if (!/\d/.test(word) || textSpeak.has(word)) return word
  if (!/^[a-z]+\d[a-z\d]*[a-z]+\d?$/.test(word) && !/^[a-z]{2,}[0134]$/.test(word)) return word
  const digits = word.replace(/[^\d]/g, '').length
  return digits * 2 > word.length ? word : word.replace(/\d/g, (digit) => LEET[digit] ?? digit)
}

/** `k n i f e` and `k.n.i.f.e` become one word over the whole stretch; a row of kisses (`x x x`) does not. */
function joinSplitLetters(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (let at = 0; at < pieces.length; ) {
    const first = pieces[at]
    if (first === undefined) break
    let to = at
    let letters = ''
    let wider = false
    const usual = gapAfter(pieces, at)
    for (let piece = pieces[to]; piece !== undefined && isSplitLetter(piece, first, letters); piece = pieces[to]) {
      wider = to > at && gapAfter(pieces, to - 1) > usual
      if (wider) break
      letters += piece.word
      to++
    }
    const last = pieces[to - 1]
    if (last !== undefined && to - at >= (wider ? 2 : 3) && new Set(letters).size > 1) {
      const rest = /^[ai]/.test(letters) ? unleet(letters.slice(1)) : ''
      const second = pieces[at + 1]
      if (second !== undefined && LISTED.has(textSpeak.get(rest)?.[0] ?? rest)) {
        joined.push(first, { word: rest, start: second.start, end: last.end, stop: last.stop, named: false })
      } else {
        joined.push({ word: unleet(letters), start: first.start, end: last.end, stop: last.stop, named: false })
      }
      at = to
    } else {
      joined.push(first)
      at++
    }
  }
  return joined
}

/** Words most often split to hide them: `a k n i f e` is a knife, and `a t t a c k` is not a `ttack`. */
const LISTED: ReadonlySet<string> = new Set(
  'knife knives gun guns help bomb fire kill hammer weapon machete blood police stab bleeding axe sword'.split(' '),
)

/** Characters between a piece and the next: `a  g u n` has a wider gap where a word ends. */
function gapAfter(pieces: readonly Piece[], at: number): number {
  return (pieces[at + 1]?.start ?? 0) - (pieces[at]?.end ?? 0)
}

/** At most twenty letters in a row are one word, so that a hostile message stays linear. */
function isSplitLetter(piece: Piece, first: Piece, letters: string): boolean {
  return /^[a-z\d]$/.test(piece.word) && letters.length < 20 && (/[a-z]/.test(first.word) || letters !== '')
}
