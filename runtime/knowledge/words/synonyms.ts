import { toTerms } from './to-terms.ts'

/**
 * Words that the public and the police use for the same thing. A question with one of a line also finds the others, with
 * less weight than its own words. Words with several meanings stand only where no other meaning comes up in a contact.
 */
const lines = [
  'car, vehicle, motor',
  'bike, bicycle, cycle, pushbike, pedal cycle',
  'motorbike, motorcycle, moped, off-road bike, quad',
  'e-scooter, electric scooter, escooter',
  'mobile, mobile phone, handset, smartphone, iphone',
  'wallet, purse, handbag',
  'crash, collision, accident, RTC, RTA',
  'steal, theft, nick, rob, thief',
  'burglary, burgle, break-in, broken into',
  'scam, fraud, con, phishing, fraudster, scammer',
  'mugging, robbery',
  'vandalism, criminal damage, graffiti, vandalise',
  'ASB, antisocial behaviour, anti-social behaviour, nuisance',
  'noise, noisy, loud music',
  'neighbour, next door, neighbor',
  'drunk, intoxicated, drink driving',
  'weed, cannabis, drug, drugs',
  'gun, firearm, shotgun, rifle',
  'licence, license, certificate, permit',
  'renew, renewal, expire, expiry',
  'fine, penalty, fixed penalty, FPN, ticket, NIP',
  'speeding, speed camera, speed limit',
  'dashcam, dash cam, video, footage, CCTV',
  'officer, police, constable, copper, cop, PCSO',
  'police station, front counter, enquiry desk, station',
  'opening hours, opening times',
  'complaint, complain, unhappy, dissatisfied',
  'compliment, praise, gratitude',
  'job, vacancy, career, recruitment',
  'volunteer, special constable, cadet',
  'DBS, criminal record check, police check, background check, disclosure, vetting, police certificate',
  'subject access, SAR, personal data, personal information',
  'freedom of information, FOI, FOIA',
  'reference number, crime number, incident number, crime reference, log number',
  'victim, injured party, complainant',
  'witness, bystander',
  'domestic abuse, domestic violence, DV, abusive partner, coercive control',
  'stalker, stalking, harassment, harass',
  'hate crime, hate incident, racist, homophobic',
  'missing person, disappeared, misper',
  'dog, pet, puppy, animal',
  'dangerous dog, XL bully, banned breed',
  'firework, fireworks, banger',
  'parking, obstruction, blocking',
  'driveway, dropped kerb',
  'abandoned, dumped',
  'untaxed, SORN',
  'insurance, insured, uninsured, insurer',
  'driving licence, driver licence, DVLA',
  'council, local authority',
  'ring, call, telephone, phone',
  'email, e-mail',
  'online, website, internet, web',
  'lawyer, solicitor, legal advice',
  'arrest, arrested, custody, detained, detain',
  'bail, released under investigation',
  'caution, conviction, criminal record',
  'court, hearing, trial',
  'stop and search, stop-search, searched, frisk',
  'kid, child, children, minor, teenager, youth',
  'elderly, older, pensioner',
  'cash, money, payment, pay, cost, fee, price, charge',
  'refund, reimburse, money back, compensation',
  'buy, purchase',
  'move house, change address, new address',
  'find, found',
  'lose, lost, mislaid, misplaced',
  'property, belongings, item, possession',
  'rubbish, waste, litter, fly-tipping, fly tipping, dumping',
  'event, march, protest, demonstration, procession',
  'street, road, highway, lane',
  'traveller, unauthorised encampment, gypsy',
  'drone, unmanned aircraft',
  'knife, blade, weapon, machete',
  'cyber, hack, hacked, hacking, malware, ransomware',
  'blackmail, sextortion, extortion',
  'sell, sale',
  'begging, beggar, rough sleeper',
  'shoplift, shoplifting, shop theft, shoplifter',
  'photo, photograph, picture, image',
  'how old, age',
]

export interface Synonym {
  /** The stems of the whole expression, in their order. */
  stems: readonly string[]
  group: number
}

const groups = lines.map((line) => line.split(',').map((expression) => toTerms(expression).map(({ stem }) => stem)))
const byFirst = new Map<string, Synonym[]>()
groups.forEach((group, index) => {
  for (const stems of group) {
    const [first] = stems
    if (first === undefined) continue
    byFirst.set(first, [...(byFirst.get(first) ?? []), { stems, group: index }])
  }
})

/** The other stems that mean the same as what begins at `from`, each with how much of its expression it is. */
export function synonymsAt(stems: readonly string[], from: number): { stem: string; share: number }[] {
  const found = new Map<string, number>()
  for (const synonym of byFirst.get(stems[from] ?? '') ?? []) {
    if (!synonym.stems.every((stem, index) => stems[from + index] === stem)) continue
    for (const other of groups[synonym.group] ?? [])
      for (const stem of other)
        if (!synonym.stems.includes(stem)) found.set(stem, Math.max(found.get(stem) ?? 0, 1 / other.length))
  }
  return [...found].map(([stem, share]) => ({ stem, share }))
}
