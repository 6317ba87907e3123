import { expect, it } from 'vitest'
import { createSharedWords } from './shared-words.ts'

const comments = [
  'Sarah Jones gave me the reference number 26/119847 at once',
  'Sarah was quick, reference number by text to 07700 900123',
  'the reference number came quick. Sarah is great, jo@example.org',
  'my neighbour Dwayne at 12 Mill Lane, NM1 4AB, plate AB12 CDE, was quick',
  'REFERENCE number quick, see https://example.org/x or @dwayne',
]
const toShared = createSharedWords(comments)

it('leaves of a comment what several say, and nothing that one visitor says', () => {
  expect(comments.map(toShared)).toEqual([
    '… me the reference number … at once',
    '… was quick, reference number by … to …',
    'the reference number … quick. … is …',
    'my … at … was quick',
    'REFERENCE number quick, … or …',
  ])
})

it('never lets a name through that is written as one, however often it stands there', () => {
  const praise = ['Thanks to Priya', 'Priya was helpful and kind', 'so kind, Priya', 'helpful and kind was Priya-Ann']
  for (const comment of praise.map(createSharedWords(praise))) expect(comment).not.toMatch(/priya/i)
})

it('lets nothing through of fewer than three comments', () => {
  const two = ['my knife crime report', 'my knife crime report']
  expect(two.map(createSharedWords(two))).toEqual(['my …', 'my …'])
})

it('lets no name through that visitors write in small letters, however many do', () => {
  const through = names.filter((name) => {
    const all = [`${name} was very helpful`, `thanks to ${name}, helpful`, `ask for ${name}, so helpful`]
    return all.map(createSharedWords(all)).some((comment) => comment.includes(name) || !comment.includes('helpful'))
  })
  expect(through).toEqual([])
})

/** Common first and family names of England and Wales that are no ordinary words. */
const names = `
  aaliyah abdul adam adams agnieszka ahmed ailsa aisha akhtar alan alexander ali alice amelia amir amy andrew angela anna anne
  anthony arthur ashley baker begum ben bethan brian bryn callum carol caroline carter catherine charlotte chloe chris
  christopher claire clarke colin cooper craig daniel david davies deborah dennis donna dwayne dylan edward edwards eleri
  elizabeth ella ellis emily emma erin ethan evans evie fatima fiona fraser gareth gary gavin geoffrey george gethin gillian
  graham griffiths gwen hannah harris harry helen henry hughes hussain ian iman ioana isla ivan iqbal jackson jacob jake james
  jamie jane janet jason jean jennifer jessica joan joanne john johnson jones jonathan joseph joshua julie karen katarzyna kathleen
  kaur keith kelly kevin khan kowalski kumar laura lauren lee leon lewis liam linda lisa louise lucy luke malcolm margaret maria
  martin mary matthew megan michael michelle mitchell mohammed morgan morris muhammad nathan neil nia nicholas nicola nigel noah
  nowak oliver olivia owen pamela patel patricia paul pauline peter philip phillips piotr priya rachel ravi rebecca rhian rhys
  richard roberts robert robinson roger ruth ryan sadia samantha samuel sandra sarah scott sean sharon shirley sian simon singh
  smith sophie stephen steven stuart susan taylor terence thomas thompson timothy tomasz tracey turner valerie watson wendy
  williams wilson wright yusuf zainab zoe`
  .trim()
  .split(/\s+/)
