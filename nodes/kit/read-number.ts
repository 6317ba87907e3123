import { plainWords } from './read-words.ts'

const words = new Map(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    'dim un dau tri pedwar pump chwech saith wyth naw deg',
    'sero - dwy tair pedair - chwe',
    'none a couple - - - - - - - - - dozen',
  ].flatMap((line) => line.split(' ').flatMap((word, value) => (word === '-' ? [] : [[word, value] as const]))),
)
words.delete('a')
words.set('couple', 2)

const greatest = 1e12

/** The one number in `text`: digits with or without thousands, a price, or a small number in words. */
export function readNumber(text: string): number | undefined {
  const plain = plainWords(text.replace(/[£€$%]/g, ' '))
  const found = [...plain.matchAll(/(?<![\w.,])[-−]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,10})?(?![\w,]*\d)/g)]
  if (/\d/.test(plain)) {
    const [only] = found
    if (!only || found.length > 1 || /\d/.test(plain.replace(only[0], ''))) return undefined
    const minus = /^[-−]|^minus /.test(only[0]) || /^(minus|-)/.test(text.trim())
    const value = Number(only[0].replace(/[-−,]/g, ''))
    return value <= greatest ? (minus ? -value : value) : undefined
  }
  const named = plain.split(/[\s-]+/).flatMap((word) => words.get(word) ?? [])
  return named.length === 1 ? named[0] : undefined
}
