import type { Token } from '../../schema/emergency-words/fold-text.ts'
import type { Finding } from './guard.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words for what is happening to somebody, by the category of danger. */
const CRIES: readonly [category: string, words: ReadonlySet<string>][] = [
  ['violence_now', words('stabbed knifed shot gunman shooter strangled strangling attacking raping')],
  ['medical', words('bleeding choking unconscious unresponsive collapsed suffocating drowning overdosed electrocuted')],
  ['abduction', words('kidnapped abducted')],
  ['intruder', words('intruder intruders')],
  ['coded_cannot_talk', words('sos mayday')],
]

/** Words that say to whom, where, and that it is urgent: beside a cry they take nothing back and add nothing else. */
const BESIDE = words(
  'i im ive me my he hes she shes they theyre theyve we weve a an the man woman lady guy bloke boy girl child kid kids ' +
    'baby mum mam mom dad son daughter brother sister wife husband partner boyfriend girlfriend friend mate nan gran ' +
    'grandad neighbour someone someones somebody somebodys person people is are am being been has have got just now ' +
    'right help please quick quickly hurry urgent in at on here outside inside house home street road park pool sea ' +
    'river floor bad badly blood of from head neck chest stomach leg arm and alone police ambulance send still him her them us',
)

const LONGEST = 7

/**
 * A message that is a cry and nothing else: `man stabbed`, `im bleeding badly help`, `choking`. Whoever writes that has
 * no time for a sentence, and a statistical layer, which learns from sentences, hardly knows it. Every word has to be a
 * cry or one that may stand beside it, so nothing denied, past, asked or told of is one.
 */
export function findBareCry(tokens: readonly Token[]): Finding | undefined {
  if (tokens.length === 0 || tokens.length > LONGEST) return undefined
  const categories = tokens.map(({ word }) => CRIES.find(([, cries]) => cries.has(word))?.[0])
  const category = categories.find((each) => each !== undefined)
  if (category === undefined || !tokens.every(({ word }, at) => categories[at] || BESIDE.has(word))) return undefined
  return {
    verdict: 'emergency',
    category,
    confidence: 0.9,
    evidence: [
      {
        layer: 'words',
        span: [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0],
        rule: `bare-cry.${category}`,
        explanation: 'A cry and nothing else',
      },
    ],
  }
}
