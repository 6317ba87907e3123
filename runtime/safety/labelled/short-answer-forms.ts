/** A question of a form, how a contact may have begun before it, and how people answer it; `{…}` is filled in. */
export interface Question {
  readonly category: string
  readonly opened: readonly string[]
  readonly asked: readonly string[]
  readonly answers: readonly string[]
  /** The question is asked in ordinary forms too: nothing tells of danger but how the contact began. */
  readonly ordinary?: true
}

export const names = [
  'Sam',
  'Priya Nair',
  'john smith',
  'Ewa Kowalska',
  'Mr Okafor',
  'Grace',
  'tom',
  'Mrs Hill',
  'Llinos Pugh',
  'Ahmed',
  'Bethan',
  'D. Knight',
  'Jade Cutler',
  'mark slaughter',
  'Rose Savage',
  'Ali',
  'Mihai Popa',
  'S Payne',
]
export const streets = [
  'Mill Lane',
  'high street',
  'Station Road',
  'Gunners Way',
  'church st',
  'Castle View',
  'elm grove',
  'Butchers Row',
  'The Crescent',
  'Bridge Street',
  'Heol y Bont',
  'Battle Road',
]

const lost = [
  'I have lost my umbrella',
  'lost my phone on the bus',
  'left my bag on the train',
  'ive lost my keys',
  'my wallet is missing',
]
const crime = [
  'my bike was stolen',
  'someone nicked my parcel',
  'my shed was broken into last week',
  'my car got scratched',
  'I want to report a theft',
]
const any = [
  ...lost,
  ...crime,
  'I want an update',
  'noise from next door',
  'I need to renew my licence',
  'I was scammed online',
  'hi',
  'I want to make a complaint',
]

const form = (category: string, opened: readonly string[], asked: string[], answers: string[]): Question => ({
  category,
  opened,
  asked,
  answers,
})

/** Ordinary questions: whatever is answered here is an answer, and nothing more. */
export const forms: readonly Question[] = [
  form(
    'lost_property',
    lost,
    ['Where did you lose it?', 'Where did you lose your umbrella?', 'Where did you last have it?'],
    [
      '{digit}',
      'answer {digit}',
      'on the {number} bus',
      'platform {digit}',
      'at home',
      'in the park',
      'dont know',
      '{street}',
      'the station',
      'bus stop {digit}',
    ],
  ),
  form(
    'lost_property',
    lost,
    ['What colour is it?', 'What does it look like?', 'Can you describe it?'],
    [
      'blue',
      'black',
      'red and white',
      'small',
      'brown leather',
      'silver',
      '{digit}',
      'dark green one',
      'grey with a strap',
    ],
  ),
  form(
    'crime_after_event',
    crime,
    ['When did it happen?', 'What date did this happen?', 'When did you notice?'],
    ['{date}', '{date} {time}', 'not sure', '{time}', 'about {time}', '{date} I think'],
  ),
  form(
    'crime_after_event',
    crime,
    ['What is it worth?', 'How much was taken?', 'What is the value?'],
    ['{price}', 'about {price}', '{number}', 'no idea', 'nothing much', '{price} each'],
  ),
  form(
    'crime_after_event',
    crime,
    [
      'Did anyone see it happen?',
      'Is there CCTV?',
      'Do you know who did it?',
      'Did you see who did it?',
      'Is anyone hurt?',
    ],
    ['no', 'nope', 'No.', 'n', 'nobody', 'dont know', 'no one', 'nah', 'not that I know', 'none'],
  ),
  form(
    'crime_after_event',
    crime,
    [
      'Do you have the serial number?',
      'Do you have photos?',
      'Is it insured?',
      'Would you like a crime number?',
      'Are you safe?',
      'Are you safe to talk now?',
    ],
    ['yes', 'y', 'yep', 'Yes please', 'ok', 'yeah', 'yes {digit}', 'i do', 'sure'],
  ),
  form(
    'update_request',
    any,
    ['What is your reference number?', 'Please type your crime reference.'],
    ['{reference}', '{number}', 'dont have one', '{reference} I think', 'n/a', 'lost it'],
  ),
  form(
    'information',
    any,
    ['What is your name?', 'Please tell me your full name.', 'Who am I speaking to?'],
    ['{name}', 'its {name}', '{name}.', 'my name is {name}', 'rather not say'],
  ),
  form(
    'information',
    any,
    [
      'What is your address?',
      'Where do you live?',
      'What is the first line of your address?',
      'What is the house number?',
    ],
    ['{flat}', '{number}', '{street}', '{flat} {street}', '{flat}, {street}, {postcode}', 'number {number}', '{digit}'],
  ),
  form(
    'information',
    any,
    ['What is your postcode?', 'Which postcode is it?'],
    ['{postcode}', '{postcode}.', 'dont know it', '{postcode}'],
  ),
  form(
    'information',
    any,
    ['What is the best number to ring you on?', 'Your phone number?'],
    ['{phone}', '{phone} after {time}', 'no phone', 'you can ring {phone}', 'mobile {phone}'],
  ),
  form(
    'information',
    any,
    ['What is your email address?', 'Where can we send it?'],
    ['{email}', 'none', 'no email', '{email}'],
  ),
  form(
    'information',
    any,
    ['What is your date of birth?', 'How old are you?'],
    ['{date}', '{number}', '{number} years old', '19{number}'],
  ),
  form(
    'road_traffic',
    ['someone hit my car in a car park', 'my number plate was cloned', 'badly parked van'],
    ['What is the registration?', 'What is the number plate?', 'Which car was it?'],
    ['{plate}', 'reg {plate}', 'dont know the reg', 'starts with {plate}', 'white van', 'silver ford'],
  ),
  form(
    'small_talk',
    any,
    [
      'How would you rate this chat from 1 to 5?',
      'Choose an option: 1 to 9.',
      'Type the number of your choice.',
      'Which option?',
    ],
    [
      '{digit}',
      'option {digit}',
      '{word}',
      'number {digit}',
      '{digit}.',
      'answer {digit}',
      'the {word} one',
      'choice {digit}',
    ],
  ),
  form(
    'small_talk',
    any,
    ['How many were there?', 'How many items?', 'How many people live there?'],
    ['{digit}', '{word}', 'about {number}', '{word} or {word}', 'just me', 'a few'],
  ),
  form(
    'small_talk',
    any,
    ['Is there anything else?', 'Can I help with anything else?', 'Anything to add?'],
    ['no', 'no thanks', 'no thats all', 'ok', 'all good', 'thats it', 'nothing else', 'bye', 'no ta'],
  ),
  form(
    'small_talk',
    any,
    ['Shall I go on?', 'Is that right?', 'Do you agree?', 'Ready?'],
    ['yes', 'ok', 'go on', 'correct', 'k', 'right', 'y', 'fine', 'go ahead', 'no wrong'],
  ),
  form(
    'noise',
    ['music from next door every night', 'a car alarm keeps going off'],
    ['Is it going on now?', 'How often?', 'What time does it start?'],
    [
      'yes',
      'no',
      '{time}',
      'every night',
      'most days',
      '{time} till {time}',
      'still going',
      'on and off',
      '{number} times',
    ],
  ),
  form(
    'fraud',
    ['I was scammed online', 'a fake text took my money'],
    ['Which bank are you with?', 'How did you pay?', 'How much did you lose?', 'When did you pay?'],
    ['{price}', 'card', 'bank transfer', '{date}', 'paypal', '{price} on {date}', 'gift cards'],
  ),
]

/** Questions in the middle of danger: here the same short answers are part of an emergency. */
export const dangers: readonly Question[] = [
  {
    ...form(
      'domestic_now',
      [
        'my husband is hitting me',
        'he has smashed my phone and wont let me out',
        'my ex is in the kitchen with a knife',
      ],
      ['Where are you? What is the address?', 'What is your address?', 'Which number?'],
      ['{flat}', '{street}', '{flat} {street}', '{postcode}', '{number}'],
    ),
    ordinary: true,
  },
  form(
    'domestic_now',
    ['my boyfriend has just punched me', 'he is drunk and smashing the house up', 'hes got my daughter and a hammer'],
    ['Is he with you now?', 'Is he still there?', 'Can he see you typing?', 'Are you in danger right now?'],
    ['yes', 'y', 'yep', 'Yes.', 'yes hes here', 'ye', 'next room'],
  ),
  form(
    'coded_cannot_talk',
    ['hello', 'can I order a pizza', 'i need someone'],
    [
      'If you are in danger and cannot say so, type 5.',
      'If you cannot talk, send the number 5.',
      'Type 5 if somebody is with you.',
    ],
    ['5', '5', 'five', '5.', '5 please'],
  ),
  form(
    'coded_cannot_talk',
    ['someone at my flat please', 'he can see my screen'],
    ['Are you able to talk?', 'Is it safe to type?', 'Are you safe?', 'Can you talk freely?'],
    ['no', 'n', 'No', 'nope', 'not really', 'no he is here'],
  ),
  form(
    'medical',
    ['my dad has fallen down the stairs', 'my wife has collapsed', 'he took all the tablets'],
    ['Is he awake?', 'Are they breathing normally?', 'Can they speak to you?', 'Is she responding?'],
    ['no', 'No', 'n', 'dont think so', 'barely', 'not now'],
  ),
  form(
    'medical',
    ['theres been a crash on the bypass', 'a man has been stabbed outside the shop'],
    ['Is anyone hurt?', 'Is he bleeding?', 'Are people trapped?'],
    ['yes', 'yes {word}', '{word}', 'y lots', 'yes a lot', '{digit} of them'],
  ),
  form(
    'intruder',
    ['someone has got in downstairs', 'theres a man in my garden trying the door'],
    ['Is he still there?', 'How many are there?', 'Are you hiding?', 'Are you on your own?'],
    ['yes', '{word}', '{digit}', 'y', 'yes upstairs', 'just me and the baby'],
  ),
  form(
    'suicide_imminent',
    ['I am on the bridge', 'ive got the pills in front of me', 'i cant do this any more im going to end it'],
    ['Have you taken anything?', 'Are you there now?', 'Are you alone?', 'How many have you taken?'],
    ['yes', '{number}', '{word}', 'y', 'yeah', 'all of them', 'most'],
  ),
]
