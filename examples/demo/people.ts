import type { Random } from './create-random.ts'

/** Somebody of the public. Their numbers are those that Ofcom keeps for stories, their addresses those of example.com. */
export interface Citizen {
  firstName: string
  lastName: string
  postcode: string
  phone: string
  email: string
  /** Reports that they know the reference of. */
  references: string[]
}

const firstNames = [
  'Sam',
  'Aisha',
  'Owen',
  'Maria',
  'Jack',
  'Bronwen',
  'Ellie',
  'Kofi',
  'Nadia',
  'Harry',
  'Carys',
  'Piotr',
] as const
const lastNames = [
  'Reed',
  'Okafor',
  'Pritchard',
  'Silva',
  'Barker',
  'Llewellyn',
  'Nowak',
  'Khan',
  'Turner',
  'Doyle',
] as const
export const places = [
  'Market Street, Northmoor',
  '12 Hill Road',
  'Victoria Park, by the swings',
  '4 Mill Lane',
  'Station Road',
  'The corner of Elm Road',
  'Albion Terrace',
  'Bridge Street car park',
] as const

/** A pool of people; now and then somebody gets in touch again. */
export function createCitizens(random: Random) {
  const recent: Citizen[] = []
  let count = 0
  return {
    /** Somebody new, or one of those who were here last. */
    next(again: boolean): Citizen {
      const known = again ? recent[Math.floor(random.next() * recent.length)] : undefined
      if (known) return known
      const [firstName, lastName] = [random.pick(firstNames), random.pick(lastNames)]
      const citizen: Citizen = {
        firstName,
        lastName,
        postcode: `NM${1 + (count % 9)} ${1 + (count % 8)}QT`,
        phone: `07700 900${String(count % 1000).padStart(3, '0')}`,
        email: `${firstName}.${lastName}${count}@example.com`.toLowerCase(),
        references: [],
      }
      count++
      recent.push(citizen)
      if (recent.length > 40) recent.shift()
      return citizen
    },
  }
}
