/** What somebody gets in touch about: how they say it, and the answers they give to the questions of the flow. */
export interface Matter {
  /** How often, among a hundred or so. */
  weight: number
  words: readonly [string, ...string[]]
  /** What they want to know where the flow looks for an answer. */
  asks?: readonly [string, ...string[]]
  items?: string
  what: readonly [string, ...string[]]
  vehicle?: string
}

/** By the intent of `101-non-emergency` that they belong to. */
export const matters: Readonly<Record<string, Matter>> = {
  lost_property: {
    weight: 9,
    words: ['I have lost my phone', 'i left my bag on the 42 bus', 'lost my keys near the market'],
    items: 'A black phone with a cracked corner',
    what: ['I think it fell out of my pocket.'],
  },
  found_property: {
    weight: 4,
    words: ['I found a wallet in the street', 'found a set of keys in the park'],
    items: 'A brown wallet with cards in it',
    what: ['I have it at home.', 'It is with the shop on the corner.'],
  },
  noise_nuisance: {
    weight: 10,
    words: ['my neighbour plays loud music all night', 'the dog next door never stops barking'],
    asks: ['What can the council do about noise at night?', 'Who deals with loud music?', 'when must a party stop'],
    what: ['The music goes on until three in the morning.'],
  },
  antisocial_behaviour: {
    weight: 9,
    words: [
      'I want to report antisocial behaviour',
      'people drinking in the playground every afternoon, leaving bottles',
    ],
    what: ['Shouting and breaking bottles by the swings.', 'They ride bikes across the common and throw cans.'],
  },
  road_collision: {
    weight: 6,
    words: ['I had a car accident yesterday', 'someone reversed into me in the car park and drove off'],
    what: ['They pulled out of the side road and hit my door.', 'We both braked and touched bumpers.'],
    vehicle: 'A blue hatchback',
  },
  parking_obstruction: {
    weight: 7,
    words: ['a car is parked across my drive', 'van on the pavement cant get pram past'],
    asks: ['Who deals with parking on the pavement?'],
    what: ['I cannot get my car out.', 'Wheelchairs have to go into the road.'],
    vehicle: 'A white van',
  },
  speeding_dangerous_driving: {
    weight: 5,
    words: ['cars speed past the school', 'cars doing 60 down our 30'],
    what: ['It overtook on the bend and went through the lights.'],
    vehicle: 'A silver saloon',
  },
  theft_report: {
    weight: 10,
    words: [
      'my bike was stolen',
      'my bikes been nicked from outside the library',
      'someone stole my parcel off the step',
    ],
    items: 'A black bicycle with a white saddle',
    what: ['The lock was cut outside the library.', 'It was on the step and then it was gone.'],
  },
  criminal_damage: {
    weight: 6,
    words: ['someone smashed my car window', 'graffiti on the war memorial'],
    items: 'The back window of my car',
    what: ['I came back to it and the glass was on the seat.', 'Two panels of the fence are broken.'],
  },
  fraud_scam: {
    weight: 6,
    words: ['I have been scammed online', 'got a text about a parcel fee, is it real'],
    asks: ['Who do I report a scam to?', 'What should I do if I gave my bank details away?'],
    what: ['I paid for a coat that never came.'],
  },
  burglary_report: {
    weight: 3,
    words: ['someone broke into my house', 'shed done over last night'],
    items: 'A strimmer and a drill',
    what: ['They forced the padlock of the shed.'],
  },
  neighbour_dispute: {
    weight: 4,
    words: ['my neighbour and I argue about the fence', 'neighbours camera pointing in our garden'],
    asks: ['Can the police help with a boundary?', 'how high may my hedge be'],
    what: ['It points straight at our back door.'],
  },
  abandoned_vehicle: {
    weight: 4,
    words: ['a car has been abandoned in my street', 'car been dumped on our street for weeks'],
    asks: ['Who takes away an abandoned vehicle?'],
    what: ['It has no wheels and stands on the corner.'],
  },
  firearms_licensing: {
    weight: 3,
    words: ['I need to renew my firearms certificate', 'renew my shotgun certificate'],
    asks: [
      'How do I renew my shotgun certificate?',
      'When should I send my renewal?',
      'how much does a moderator cost',
    ],
    what: ['I have moved house.'],
  },
  police_check_dbs: {
    weight: 3,
    words: ['how do I get a police certificate for a visa', 'how do i get a DBS check'],
    asks: ['How do I get a DBS check?', 'Where do I get a police certificate for a visa?'],
    what: ['I start a job on Monday.'],
  },
  complaint_about_police: {
    weight: 3,
    words: ['I want to complain about an officer', 'nobody turned up for my appointment'],
    what: ['I waited an hour and nobody called.', 'The officer would not give a name.'],
  },
  praise_thanks: {
    weight: 2,
    words: ['I want to thank an officer', 'thx for finding my bike'],
    what: ['The officer at the fair was kind to my mother.'],
  },
  information_intelligence: {
    weight: 3,
    words: ['I know who did the graffiti on the bridge', 'want to give info about drug dealing on my road'],
    what: ['A grey car stops behind the market every evening.'],
  },
  missing_pet_or_dangerous_dog: {
    weight: 3,
    words: ['my cat is missing', 'stray dog been found wandering by the canal'],
    what: ['It ran at my dog and would not let go.'],
  },
  event_or_roadworks_info: {
    weight: 3,
    words: ['which roads are closed for the parade', 'what roads are shut for the marathon'],
    asks: [
      'Which roads are closed for the parade?',
      'Who decides on road closures?',
      'when do the roadworks on Bridge Street finish',
    ],
    what: ['The diversion goes past the school.'],
  },
  recruitment: {
    weight: 2,
    words: ['how do I join the police', 'when do applications open'],
    asks: ['How do I join the police?', 'Is there a fitness test?', 'can a pcso have a tattoo'],
    what: ['I would like to apply.'],
  },
  speak_to_human: {
    weight: 4,
    words: ['I want to talk to a person', 'can i talk to a person'],
    what: ['It is easier to explain to somebody.'],
  },
}

/** The same in Welsh, where the flow is used in Welsh. */
export const welshWords: Readonly<Record<string, string>> = {
  lost_property: 'rydw i wedi colli fy waled',
  theft_report: 'mae fy meic wedi’i ddwyn',
  noise_nuisance: 'cerddoriaeth uchel drwy’r nos',
  speak_to_human: 'hoffwn siarad â pherson',
}

export const questions = [
  'When should I call 101 and when 999?',
  'How do I ask for information about myself?',
  'What is stop and search?',
  'How do I report a hate crime?',
  'Can I ride an e-scooter on the road?',
  'What is Clare’s Law?',
  'how do I get my dashcam video to you',
  'Are fireworks allowed after midnight?',
  'what time does the swimming pool open',
  'do you do school visits',
  'can I pay a parking fine here',
  'how do I book a stall at the open day',
] as const

export const frightened = [
  'my husband hits me and I am frightened of him',
  'my ex follows me home from work and I am scared',
  'I am afraid of my son, he threatens me when he wants money',
] as const

export const inDanger = [
  'someone is breaking into my house right now',
  'he has a knife and he is outside my door',
  'my friend has taken tablets and will not wake up',
] as const

export const comments = {
  good: [
    'quick and clear',
    'Very helpful, thank you',
    'Easier than phoning',
    'The person was kind and explained it well',
    'Got my reference in five minutes',
  ],
  fair: [
    'It was fine but a lot of questions',
    'ok in the end',
    'Good, but I had to wait',
    'Would like to see what happens next',
  ],
  poor: [
    'Too slow and nobody came',
    'The chat did not understand me',
    'I still do not know what will happen',
    'Waited too long for a person',
    'Too many questions, gave up nearly',
  ],
  welsh: ['Diolch, roedd yn hawdd', 'Da iawn, diolch yn fawr', 'Rhy araf'],
} as const
