import type { Token } from '../../../schema/emergency-words/fold-text.ts'

/** A stretch of a message that says one thing: up to the end of a sentence, or to a word that turns to another. */
export interface Clause {
  readonly from: number
  readonly to: number
  /** How it is said: denied, long over, asked, going on, of an animal, … */
  readonly frames: readonly string[]
}

const table = `
not: no not never nobody none isnt wasnt arent werent hasnt havent didnt doesnt dont nothing neither nor hadnt without nah dim nie nu nao no nahi nahin mesh na maaha ma
over: was were had did used ended happened earlier finished gone left over sorted went came got took told said yesterday last ago since
then: yesterday ago last year years months weeks week month monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december 1980s 1990s childhood
now: now currently still happening tonight right moment just seconds minute minutes again keeps teraz acum ahora agora abhi rwan delwa2ti ekhon hadda
progress: is are hes shes theyre theres someones im were
asks: what how who when where can could do does should would is will may which whats any
if: if whether wondering wonder suppose hypothetically theory rules law legal illegal allowed penalty sentence quiz exam course homework
often: every always usually regularly daily weekly each whenever keeps most constantly
soon: going gonna will about hell shell theyll ill wants threatening trying
me: i im ive me my we us our were
third: he hes she shes they theyre him her them someone somebody man woman men guy kid
beast: dog dogs cat cats fox foxes gull gulls seagull seagulls goose geese swan swans pigeon pigeons rat rats horse horses cow cows sheep parrot rabbit hamster puppy kitten deer badger squirrel wasp spaniel terrier labrador
play: film movie book novel game gaming episode series drama play panto theatre rehearsal costume prop toy fake quiz course training actor script lyrics song podcast documentary halloween cosplay fortnite squad level boss
mirth: lol haha joking joke bless 😂 🤣 😅 😆
distant: news telly tv radio paper appeal facebook heard read saw watched tiktok
spare: fine safe ok okay alright well sorted resolved healed recovered better calm
`

const frameOf = new Map<string, string[]>()
for (const line of table.trim().split('\n')) {
  const [name = '', words = ''] = line.split(': ')
  for (const word of new Set(words.split(' '))) frameOf.set(word, [...(frameOf.get(word) ?? []), name])
}
const TURNS = new Set(['but', 'anyway', 'also', 'while', 'oh', 'though', 'btw', 'except', 'actually', 'because', 'and'])

/** The clauses of a message in their order; together they are all of its tokens. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  tokens.forEach((token, at) => {
    const next = tokens[at + 1]
    const turns = next !== undefined && at + 1 - from >= 4 && TURNS.has(next.word)
    if (!token.stop && !turns && next !== undefined) return
    const frames = new Set<string>()
    for (let place = from; place <= at; place++)
      for (const frame of frameOf.get(tokens[place]?.word ?? '') ?? []) frames.add(frame)
    const first = frameOf.get(tokens[from]?.word ?? '')
    if (first?.includes('asks') !== true) frames.delete('asks')
    clauses.push({ from, to: at + 1, frames: [...frames] })
    from = at + 1
  })
  return clauses
}
