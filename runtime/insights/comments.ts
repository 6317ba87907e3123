export type Feeling = 'positive' | 'mixed' | 'negative'

/** Themes of comments, each with the words by which it is known. In the order in which they are shown when equal. */
const themeWords: Record<string, string> = {
  'Quick and easy': 'quick|quickly|fast|easy|easier|simple|straightforward|efficient|seconds|minutes|convenient',
  'Told what happens next': 'next|explained|explain|informed|clear|clearly|know what|told me what|update|updated',
  'Reference number': 'reference|ref|crime number|incident number|number straight',
  'Waiting for a person': 'wait|waiting|waited|queue|queued|hold|nobody|no one|ages|forever|hours',
  'Had to say it twice': 'twice|again|repeat|repeated|repeating|same question|same questions|already told',
  'Could not find an answer': 'answer|answers|find|understand|understood|irrelevant|loop|circles|useless|no use',
  'The person who helped':
    'officer|operator|person|lady|man|advisor|adviser|agent|polite|kind|friendly|helpful|rude|staff',
  'Form and questions': 'form|forms|questions|boxes|too long|too many|details|typing|upload',
  'Something did not work': 'broke|broken|crash|crashed|error|stuck|froze|frozen|glitch|bug|disconnected|cut off|work',
  'Language and access': 'welsh|cymraeg|screen reader|deaf|dyslexia|dyslexic|font|text size|translate|english',
}
const themes = Object.entries(themeWords).map(([name, words]) => ({ name, pattern: asWords(words) }))

const goodWords =
  'good|great|excellent|brilliant|fantastic|amazing|lovely|helpful|helped|useful|thank|thanks|diolch|easy|easier|quick|quickly|fast|simple|clear|clearly|polite|kind|friendly|reassuring|reassured|impressed|pleased|happy|satisfied|perfect|efficient|convenient|professional|love|best|better|well|straightforward|patient|caring|supportive|gwych|da iawn'
const badWords =
  'bad|poor|terrible|awful|useless|rubbish|slow|rude|confusing|confused|frustrating|frustrated|annoying|annoyed|angry|disappointed|disappointing|unhelpful|waste|wasted|worse|worst|difficult|hard|impossible|broken|crash|crashed|error|stuck|wrong|ignored|pointless|ridiculous|disgusting|disgrace|unacceptable|long wait|too long|ages|forever|nobody|fail|failed|glitch|hopeless|irrelevant|twice|gwael'
const good = asWords(goodWords)
const bad = asWords(badWords)
const turned = /\b(not|no|never|n't|isn't|wasn't|didn't|don't|doesn't|couldn't|can't|hardly|without|nothing)\b/

/** All words by which comments are read. */
export const commentWords: readonly string[] = [...Object.values(themeWords), goodWords, badWords].flatMap((list) =>
  list.split('|'),
)

/**
 * What a comment speaks of and how it feels, by lists of words; no model, no network. Feelings count by clause, turned
 * round by a "not" before them. Method: lexicon with negation, as in Taboada et al. 2011, without its intensifiers.
 */
export function readComment(comment: string): { feeling: Feeling; themes: string[] } {
  const text = toPlainLetters(comment)
  let up = 0
  let down = 0
  for (const clause of text.split(/[.,;:!?\n]|\bbut\b|\band\b|\bthough\b|\bhowever\b/)) {
    const positive = count(clause, good)
    const negative = count(clause, bad)
    const isTurned = turned.test(clause)
    up += isTurned ? negative : positive
    down += isTurned ? positive : negative
  }
  return {
    feeling: up > 0 && down > 0 ? 'mixed' : up > down ? 'positive' : down > up ? 'negative' : 'mixed',
    themes: themes.filter(({ pattern }) => count(text, pattern) > 0).map(({ name }) => name),
  }
}

/** Whether a text says that something is not so. */
export function isDenied(text: string): boolean {
  return turned.test(toPlainLetters(text))
}

function toPlainLetters(text: string): string {
  return text.toLowerCase().replace(/[’`]/g, "'")
}

function asWords(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${list})(?![\\p{L}])`, 'gu')
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
