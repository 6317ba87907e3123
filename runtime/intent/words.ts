/** `text` for comparing: small letters, no accents, one kind of apostrophe, money and numbers as one word each. */
export function plain(text: string): string {
  return text
    .slice(0, mostCharacters)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/ł/g, 'l')
    .replace(/[£$€]\s?[\d.,]+k?/g, ' moneysign ')
    .replace(/\d+(?:[.,]\d+)*/g, (digits) => (digits.length > 2 ? ' longnumber ' : ' number '))
}
const mostCharacters = 4_000

/** How people write on a phone, and how it is spelt. */
const spelt = new Map(
  (
    "u you|ur your|r are|im i'm|ive i've|pls please|plz please|thx thanks|ty thanks|cheers thanks|wi with|w with|n and|an and|" +
    "summat something|owt anything|nowt nothing|cos because|coz because|gonna going|wanna want|gotta got|dont don't|cant can't|" +
    "wont won't|didnt didn't|doesnt doesn't|isnt isn't|hasnt hasn't|havent haven't|wasnt wasn't|couldnt couldn't|theyre they're|" +
    "theyve they've|whos who's|whats what's|wheres where's|hows how's|thats that's|theres there's|someones someone|" +
    'neighbor neighbour|mins minutes|hrs hours|yday yesterday|tomoz tomorrow|ppl people|nite night|thru through|msg message|info information'
  )
    .split('|')
    .map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)] as const),
)

/** The words of a plain text, each in its usual spelling and cut to its stem; signs of feeling are words too. */
export function toWords(text: string): string[] {
  const found = text.match(/\p{L}+(?:'\p{L}+)?|\p{Extended_Pictographic}|[?!]/gu) ?? []
  return found.map((word) => stem(spelt.get(word) ?? word))
}

/** Takes the commonest endings off English words, so that "stolen bikes" and "the bike was stolen" meet. */
export function stem(word: string): string {
  if (word.length <= 3) return word
  const bare = word.replace(/'s$|'$/, '').replace(/n't$/, 'nt')
  if (bare.length <= 3) return bare
  return bare
    .replace(/(?<=[sxz]|ch|sh)es$|(?<![su])s$/, '')
    .replace(/(?<=.{3})(?:ingly|edly|ing|ed|ly|ment)$/, '')
    .replace(/([b-df-hj-kmnp-rtv-z])\1$/, '$1')
    .replace(/(?<=.{3})(?:e|ie|y)$/, '')
}
