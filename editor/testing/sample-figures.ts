import type { Figures } from '../../schema/api/insights.ts'
import { journeySteps } from '../../schema/insights.ts'

const days = Array.from({ length: 20 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`)
/** Goes up and down like the days of a week do, and is the same at every run. */
const wave = (day: number, base: number, swing: number) =>
  Math.round(base + swing * Math.sin(day * 0.9) + (day % 7 === 5 ? swing : 0))

/** Twenty days of a made-up force, for stories. */
export const sampleFigures: Figures = {
  contacts: 24_318,
  alone: { n: 14_830, of: 24_290 },
  left: { n: 4_696, of: 24_290 },
  firstResponse: { seconds: 48, n: 8_512 },
  wait: { seconds: 245, n: 8_674 },
  handling: { seconds: 520, n: 8_640 },
  lasting: { seconds: 301, n: 24_290 },
  satisfaction: { value: 4.3, n: 9_027 },
  recommend: { value: 38, n: 8_911 },
  emergencies: 281,
  safeguarding: 1_126,
  acknowledged: { seconds: 19, n: 281 },
  cameBack: { n: 402, of: 6_120 },
  visitorTurns: 170_226,
  unit: 'day',
  trend: days.map((at, day) => ({
    at,
    alone: wave(day, 740, 60),
    person: wave(day, 330, 45),
    danger: wave(day, 62, 9),
    other: wave(day, 84, 12),
  })),
  journey: [24_318, 24_037, 22_905, 20_114, 19_622, 9_027].slice(0, journeySteps.length),
  endings: [
    { ending: 'person', n: 8_640 },
    { ending: 'unattended', n: 34 },
    { ending: 'left', n: 4_696 },
    { ending: 'answered', n: 10_104 },
    { ending: 'reported', n: 816 },
    { ending: 'open', n: 28 },
  ],
  reasons: [
    { reason: 'asked', n: 3_412 },
    { reason: 'no-answer', n: 1_988 },
    { reason: 'safeguarding', n: 1_126 },
    { reason: 'not-understood', n: 874 },
    { reason: 'by-design', n: 702 },
    { reason: 'system-failed', n: 291 },
    { reason: 'emergency', n: 281 },
  ],
  intents: [
    ['theft_report', 6_702],
    ['update_existing_report', 4_688],
    ['antisocial_behaviour', 3_104],
    ['speak_to_human', 2_010],
    ['lost_property', 1_731],
    ['', 1_261],
  ].map(([intent, n], place) => ({
    intent: String(intent),
    n: Number(n),
    trend: days.map((_, day) => wave(day + place, Number(n) / 20, Number(n) / 90)),
  })),
  hours: Array.from({ length: 7 }, (_, weekday) =>
    Array.from({ length: 24 }, (_, hour) =>
      Math.max(
        0,
        Math.round(60 * Math.exp(-((hour - 19) ** 2) / 18) + 30 * Math.exp(-((hour - 11) ** 2) / 14)) +
          weekday * 4 -
          12,
      ),
    ),
  ),
  departments: [
    {
      department: 'crime-desk',
      n: 3_806,
      wait: { seconds: 72, n: 3_700 },
      handling: { seconds: 520, n: 3_700 },
      satisfaction: { value: 4.4, n: 1_310 },
    },
    {
      department: 'neighbourhood',
      n: 2_291,
      wait: { seconds: 125, n: 2_200 },
      handling: { seconds: 435, n: 2_200 },
      satisfaction: { value: 4, n: 902 },
    },
    {
      department: 'property-office',
      n: 14,
      wait: { seconds: null, n: 12 },
      handling: { seconds: null, n: 12 },
      satisfaction: { value: null, n: 3 },
    },
  ],
  versions: [
    {
      flow: 'flow_101',
      version: 14,
      n: 15_200,
      alone: { n: 9_576, of: 15_190 },
      left: { n: 2_584, of: 15_190 },
      satisfaction: { value: 4.4, n: 5_700 },
    },
    {
      flow: 'flow_101',
      version: 13,
      n: 9_118,
      alone: { n: 5_254, of: 9_100 },
      left: { n: 2_002, of: 9_100 },
      satisfaction: { value: 4.2, n: 3_327 },
    },
  ],
  leftAt: [
    { flow: 'flow_101', version: 14, node: 'ask-intent', name: 'How can we help?', n: 931 },
    { flow: 'flow_101', version: 14, node: 'where', name: 'Where did it happen?', n: 610 },
    { flow: 'flow_101', version: 13, node: 'ask-intent', name: 'How can we help?', n: 588 },
  ],
  operators: [
    {
      operator: 'usr_priya',
      name: 'Priya Nair',
      n: 612,
      firstResponse: { seconds: 31, n: 612 },
      handling: { seconds: 498, n: 610 },
    },
    {
      operator: 'usr_tom',
      name: 'Tom Hughes',
      n: 9,
      firstResponse: { seconds: null, n: 9 },
      handling: { seconds: null, n: 9 },
    },
  ],
  csat: [401, 388, 812, 2_110, 5_316],
  nps: [412, 60, 88, 120, 96, 244, 228, 1_402, 1_628, 2_104, 2_529],
  themes: [
    { theme: 'Quick and easy', positive: 1_304, mixed: 104, negative: 74 },
    { theme: 'Told what happens next', positive: 663, mixed: 140, negative: 131 },
    { theme: 'Waiting for a person', positive: 59, mixed: 123, negative: 406 },
    { theme: 'Had to say it twice', positive: 12, mixed: 29, negative: 200 },
    { theme: 'Language and access', positive: 4, mixed: 3, negative: 2 },
  ],
  comments: 3_991,
}

/** The days before: a little worse. */
export const sampleCompared: Figures = {
  ...sampleFigures,
  contacts: 22_941,
  alone: { n: 13_076, of: 22_941 },
  firstResponse: { seconds: 60, n: 8_100 },
  wait: { seconds: 236, n: 8_100 },
  satisfaction: { value: 4.2, n: 8_400 },
  recommend: { value: 33, n: 8_300 },
}

/** A force on its first day. */
export const noFigures: Figures = {
  ...sampleFigures,
  contacts: 0,
  alone: { n: 0, of: 0 },
  left: { n: 0, of: 0 },
  firstResponse: { seconds: null, n: 0 },
  wait: { seconds: null, n: 0 },
  handling: { seconds: null, n: 0 },
  lasting: { seconds: null, n: 0 },
  satisfaction: { value: null, n: 0 },
  recommend: { value: null, n: 0 },
  emergencies: 0,
  safeguarding: 0,
  acknowledged: { seconds: null, n: 0 },
  cameBack: { n: 0, of: 0 },
  visitorTurns: 0,
  trend: sampleFigures.trend.map(({ at }) => ({ at, alone: 0, person: 0, danger: 0, other: 0 })),
  journey: sampleFigures.journey.map(() => 0),
  endings: [],
  reasons: [],
  intents: [],
  hours: sampleFigures.hours.map((row) => row.map(() => 0)),
  departments: [],
  versions: [],
  leftAt: [],
  operators: [],
  csat: [0, 0, 0, 0, 0],
  nps: Array.from({ length: 11 }, () => 0),
  themes: [],
  comments: 0,
}
