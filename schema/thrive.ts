import { z } from 'zod'

/** How soon police have to act, gravest first. `none`: it is settled without anybody being sent. */
export const grades = ['emergency', 'priority', 'standard', 'none'] as const
export const Grade = z.enum(grades)
export type Grade = z.infer<typeof Grade>

/** A grade is looked at again after this long, in minutes; `none` is not. */
export const reviewMinutes: Record<Grade, number | null> = { emergency: 15, priority: 60, standard: 210, none: null }

/** From these a lower grade needs a second person. */
export const needsSecond: ReadonlySet<Grade> = new Set(['emergency', 'priority'])

export const thriveLetters = ['threat', 'harm', 'risk', 'investigation', 'vulnerability', 'engagement'] as const
export type ThriveLetter = (typeof thriveLetters)[number]

const Words = z.string().trim().max(1_000)
/** What a person judged, letter by letter, and the numbers of the events that it rests on. */
export const ThriveJudgement = z.object({
  grade: Grade,
  threat: Words,
  harm: Words,
  risk: Words,
  investigation: Words,
  vulnerability: Words,
  engagement: Words,
  evidence: z.array(z.int().min(1)).max(50),
})
export type ThriveJudgement = z.infer<typeof ThriveJudgement>

/** Whether `to` is lower than `from`. */
export function isLower(to: Grade, from: Grade): boolean {
  return grades.indexOf(to) > grades.indexOf(from)
}
