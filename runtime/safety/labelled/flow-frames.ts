import type { LabelledMessage } from './labelled-message.ts'

/** A question in the course of a flow, with what people answer it when nothing is wrong. */
export interface FlowQuestion {
  readonly category: string
  readonly asked: readonly string[]
  readonly answers: readonly string[]
}

const ask = (category: string, asked: string[], answers: string): FlowQuestion => ({
  category,
  asked,
  answers: answers.split('|'),
})

/** What flows say and visitors tap before the question: `v:` the visitor, everything else the flow. */
export const preambles: readonly (readonly string[])[] = [
  ['Hello. I am an automated assistant. Ask for a person whenever you like.'],
  ['Hello. This is an automated chat.', 'Is anybody in danger at the moment?', 'v:No, nobody is in danger'],
  ['Is anyone in danger right now?', 'v:No', 'What can we help with?', 'v:Report something'],
  ['Is this an emergency?', 'v:No', 'What is it about?', 'v:Something else'],
  ['Is anyone hurt or at risk?', 'v:Nobody is hurt', 'Thank you. A few short questions now.'],
  ['Are you safe?', 'v:Yes, I am safe', 'We will ask some short questions.'],
  ['Is it going on now?', 'v:No, it has stopped', 'You can change what you told us at the end.'],
  ['If a crime is happening now, call 999.', 'v:OK'],
  ['v:Ask about a report I made', 'We have to check who you are. Use the details from your report.'],
  ['v:A report that I made before', 'We could not find a report like that.', 'v:Try again'],
  ['You said: Market Street. Is that right?', 'v:Yes'],
  ['v:Tell us something', 'Try not to touch anything that they touched.'],
  ['You are waiting for a person. They can see what you wrote.'],
  ['We did not understand that. We will go on without it.'],
  ['A oes rhywun mewn perygl?', 'v:nac oes', 'Sut gallwn ni helpu?', 'v:Adrodd rhywbeth'],
  ['What is your home postcode?', 'v:NR3 1XX'],
  ['v:Lost property', 'Nearly done.'],
  [],
]

/** What people type when they do not want to answer, or try what the box does. */
export const noises =
  'hm|?|??|asdf|qwerty|x|xx|y|n|dunno|no idea|pass|skip|n/a|na|none|...|.|hmm|eh|what|sorry?|idk|zxc|test|hello|hi|hey|ok|1|no|yes|nope|yep|maybe|not sure|dont know|later|next|back|hold on|one sec|lol|👍|🤷'.split(
    '|',
  )

export const flowQuestions: readonly FlowQuestion[] = [
  ask(
    'crime_after_event',
    ['What happened?', 'Tell us what happened.', 'How was it taken?'],
    'It was taken from my basket|The chain was cut|They forced the side gate|Somebody smashed the back light|it was gone when i came out of the gym|They broke a pane and took the float|The padlock was sawn through|someone broke into my garage|a brick through the window in the night|Cafodd y sied ei thorri i mewn iddi|mae fy ffôn wedi mynd|someone got in while we were away|they climbed over the fence and took it',
  ),
  ask(
    'crime_after_event',
    ['How did they get in?', 'What did they do inside?'],
    'The kitchen window|They broke the front lock|through the roof light|forced the patio doors|we left it open|drawers emptied|They kicked the panel in|dont know, no damage|used a key',
  ),
  ask(
    'crime_after_event',
    ['What was stolen?', 'What is missing?', 'What was damaged?'],
    'a laptop and a ring|two bikes|my fence|the gate|tools|a strimmer|a kitchen knife set|shotgun cartridges, reported already|bag coch|wing mirror|a games console|the front door glass|cash box',
  ),
  ask(
    'road_traffic',
    ['What happened?', 'Tell us about the collision.'],
    'The other driver pulled out|We touched mirrors|He went into the back of me at the lights|a van scraped my door and left|I skidded into a kerb|She reversed into us|it overtook on the bend|lorry clipped my wall|They cut me up and braked',
  ),
  ask(
    'road_traffic',
    ['Which vehicle is it?', 'What was the other vehicle?', 'What does the car look like?'],
    'a van|a white van|a blue Golf|red Ford|dont know the make|a black BMW with tinted glass|motorbike|tractor|grey car',
  ),
  ask(
    'asb',
    ['What are people doing?', 'What did you see?', 'What is the problem?'],
    'shouting|shouting and drinking|Kicking a ball at the wall|smoking and swearing|Throwing eggs|playing loud music by the slide|riding mopeds|letting off bangers|arguing|breaking bottles|Fighting over a football|spraying paint|hanging about|running over cars',
  ),
  ask(
    'asb',
    ['How often does it happen?', 'When does it happen?'],
    'every night|most weekends|now and then|since easter|friday and saturday|always after dark|daily',
  ),
  ask(
    'information',
    ['What would you like to tell us about?', 'How can we help?', 'What is it about?'],
    'a hedge|my bins|a parking ticket|a stolen bike|a break in last week|someone broke into my house|a car accident on sunday|a letter I got|my neighbour|lost phone|a dog|the park|noise|nuisance|a swan|a complaint|fraud|a firearm certificate|damage to a wall|someone sells things from a car|mae fy meic wedi mynd',
  ),
  ask(
    'information',
    ['What happened?', 'What would you like to say?'],
    'A dog that is not ours sits by the gate all day|A man sells cigarettes from a car|Somebody feeds the rats|a horse is loose in the lane, owner told|someone lives in a tent by the river|The gate is broken|a tree is down|kids knocked a sign over|There is a swan on the road',
  ),
  ask(
    'small_talk',
    ['What is your last name?', 'What is your name?', 'Your first name?'],
    'Reeve|Kaur|Blunt|Savage|Payne|Kilby|Gunn|Coffin|Begum|Nowak|Slaughter|Moody|Crook|Hurt|Dai|Bashir|Strange|Cross',
  ),
  ask(
    'small_talk',
    ['What is your postcode?', 'What is your home postcode?'],
    'NR3|CF10 4AB|ne1 7ru|BS8|LL57 2DG|m1|SA1|kt2 6qw|HX1 2BB',
  ),
  ask(
    'update_request',
    ['What is the reference?', 'Do you have a reference?'],
    'NR/26/00417|cr 88123|lost it|its in my email|F2LX91QX|4471|i have two|never got one|log 212',
  ),
  ask(
    'lost_property',
    ['Where is it now?', 'Where did you find it?', 'Where did you leave it?'],
    'I have it here|I have them at home|with my mum|behind the market|the canal|on the 42|the hospital|on the bridge|at the lake|by the railway',
  ),
  ask(
    'lost_property',
    ['What does it look like?', 'Describe it.', 'What have you lost?', 'What did you find?'],
    'black with a cracked corner|a set of keys|red purse|a ring|green umbrella|a watch|small and brown|blue case|my sons coat|phone|a knife, pocket sort',
  ),
  ask(
    'small_talk',
    ['Is there anything else?', 'What else should we know?', 'Anything to add?'],
    'no thanks|nothing else|please write dont call|call after five|thats all|i work nights|she was very kind|nobody gets past|thank you|tell me more',
  ),
  ask(
    'small_talk',
    ['How was this chat?', 'Tell us why you chose this score.'],
    'quick|too many questions|easy|dead slow|killing me|fine|bit confusing|spot on|waste of time|better than the phone',
  ),
]

/** Answers in the same places that are danger. */
export const flowDangers: readonly (FlowQuestion & { readonly label: LabelledMessage['label'] })[] = [
  {
    label: 'emergency',
    ...ask(
      'domestic_now',
      ['Is anyone in danger right now?', 'Are you in danger?', 'Is this an emergency?', 'Are you safe?'],
      'me|yes he is here|my mum is|Yes, someone is in danger|not for long|yes please be quick|he has come back|no i am hiding|I am, he is outside the door|my kids are',
    ),
  },
  {
    label: 'emergency',
    ...ask(
      'violence_now',
      ['What are people doing?', 'What is happening?', 'What did you see?'],
      'kicking a lad in the head|one has a knife|beating somebody up|stamping on a man|chasing a boy with a bat|holding a girl down|fighting and one is not getting up|stabbing',
    ),
  },
  {
    label: 'emergency',
    ...ask(
      'intruder',
      ['What would you like to tell us about?', 'What happened?', 'How can we help?'],
      'someone is breaking into my house|a man is in my garden trying the door|they are inside now|he is smashing the door in|there is somebody downstairs|mae rhywun yn torri i mewn rwan',
    ),
  },
  {
    label: 'emergency',
    ...ask(
      'medical',
      ['What happened?', 'What is it about?', 'Is there anything else?'],
      'she is not breathing|he has collapsed|my baby is blue|blood everywhere|i cant breathe|he took all his tablets|she wont wake up|the driver is trapped',
    ),
  },
  {
    label: 'emergency',
    ...ask(
      'suicide_imminent',
      ['Is there anything else?', 'Tell us why you chose this score.', 'What would you like to say?'],
      'goodbye|i have taken them all|i am on the bridge|tell my family sorry|its too late i have done it|i will be dead by then',
    ),
  },
  {
    label: 'safeguarding',
    ...ask(
      'domestic_abuse',
      ['What is it about?', 'What would you like to tell us about?', 'Is there anything else?'],
      'my husband hits me|he used to beat me and i want to report it|my partner frightens me|my son hurts me when he drinks|i am scared to go home after work|somebody is hurting my sister',
    ),
  },
  {
    label: 'safeguarding',
    ...ask(
      'sexual_offence',
      ['What is it about?', 'What happened?', 'Is there anything else?'],
      'i was raped|something an adult did when i was small|a man touched me on the bus last week|he made me do things|my uncle, years ago',
    ),
  },
  {
    label: 'safeguarding',
    ...ask(
      'suicidal_ideation',
      ['Is there anything else?', 'How was this chat?', 'What else should we know?'],
      'i dont want to be here any more|sometimes i wish i was dead|i am not coping and i think about ending it|no one would notice if i went',
    ),
  },
]
