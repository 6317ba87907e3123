import { plainWords } from '../../nodes/kit/read-words.ts'

/**
 * Ways in which people say that they have had enough: of waiting, of being sent round, of not being understood. Each is a
 * pattern of the language, in plain words (see `plainWords`), English and Welsh.
 */
const signs: readonly RegExp[] = [
  /\b(fed up|sick of|had enough|getting nowhere|going (round )?in circles|waste of (my )?time|useless|pathetic|disgrace(ful)?|ridiculous|a joke|appalling|shambles|unacceptable|not good enough)\b/,
  /\b(nobody|no one|no-one|none of you) (ever )?(helps?|cares?|listens?|answers?|does anything|bothers)\b/,
  /\b(you|this|it) (do|does|did|are|is)(n'?t| not) (help(ing|ful)?|listen(ing)?|work(ing)?|understand(ing)?)\b/,
  /\bnot (helping|helpful|listening|what i asked|an answer)\b/,
  /\b(already|just) (told|said|asked|explained|answered|reported)\b.{0,30}\b(you|this|that|times?|again)\b/,
  /\b(how many|so many|\d+|third|fourth|fifth|sixth) times?\b.{0,40}\b(tell|told|told you|report(ed)?|call(ed)?|ask(ed)?|say|said)\b/,
  /\b(third|fourth|fifth|sixth) time (i|that i)\b/,
  /\bnothing (has|is|have) (changed|happened|been done|done)\b/,
  /\b(make|made|making|want to) (a )?complain(t|ing)?\b/,
  /\b(wedi cael digon|gwastraff amser|neb yn gwrando|ddim yn helpu|dim byd wedi newid)\b/,
]

/** Whether somebody says that they are not being helped. Swearing alone is no sign: it is how some people speak. */
export function soundsDissatisfied(text: string): boolean {
  const words = plainWords(text)
  return signs.some((sign) => sign.test(words))
}
