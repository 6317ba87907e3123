import { z } from 'zod'
import { Text } from './text.ts'

/** Seconds without an acknowledgement until the next level is told. The limits are safety: never so long that nobody looks. */
const emergencySeconds = z.int().min(15, 'At least 15 seconds').max(300, 'At most 300 seconds (5 minutes)')
const safeguardingSeconds = z.int().min(60, 'At least 60 seconds').max(1_800, 'At most 1,800 seconds (30 minutes)')

/** What a force sets about alerts and advice. Nothing here can switch either off. */
export const SafetySettings = z.object({
  escalation: z.object({
    /** Counted from the alert until the supervisors are told, and from then until everybody is. */
    emergency: z.object({ supervisors: emergencySeconds, everyone: emergencySeconds }),
    safeguarding: z.object({ supervisors: safeguardingSeconds, everyone: safeguardingSeconds }),
  }),
  /** The force's own words below the 999 advice. They add to it and replace nothing. */
  emergencyWords: Text.nullable(),
})
export type SafetySettings = z.infer<typeof SafetySettings>

export const usualSafetySettings: SafetySettings = {
  escalation: { emergency: { supervisors: 120, everyone: 120 }, safeguarding: { supervisors: 300, everyone: 600 } },
  emergencyWords: null,
}
