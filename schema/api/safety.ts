import { z } from 'zod'
import { SafetySettings } from '../safety-settings.ts'
import { defineRoutes } from './route.ts'

/** An alert that everybody is told of, by number only. */
export const UnansweredAlert = z.object({
  id: z.string(),
  number: z.int(),
  verdict: z.enum(['emergency', 'safeguarding']),
  raisedAt: z.string(),
})
export type UnansweredAlert = z.infer<typeof UnansweredAlert>

/** How the safety of the force stands now: what every page shows in red. */
export const SafetyState = z.object({
  /** Parts of the detector that failed: `part` by its name, `message` for whoever repairs it. */
  faults: z.array(z.object({ part: z.string(), message: z.string() })),
  unanswered: z.array(UnansweredAlert),
})
export type SafetyState = z.infer<typeof SafetyState>

const admins = ['admin'] as const
const readers = ['admin', 'supervisor'] as const

export const safetyRoutes = defineRoutes({
  state: {
    id: 'safety.state',
    method: 'get',
    path: '/api/safety/state',
    summary: 'Layers of the detector that failed, and alerts that nobody acknowledged after everybody was told',
    access: 'signed-in',
    operation: 'none',
    status: 200,
    response: SafetyState,
  },
  settings: {
    id: 'safety.settings',
    method: 'get',
    path: '/api/safety/settings',
    summary: 'When alerts go higher, and the force’s own words below the 999 advice',
    access: readers,
    operation: 'none',
    status: 200,
    response: SafetySettings,
  },
  saveSettings: {
    id: 'safety.save-settings',
    method: 'put',
    path: '/api/safety/settings',
    summary: 'Change when alerts go higher and the force’s own words; within limits that keep it safe',
    access: admins,
    operation: 'setting',
    body: SafetySettings,
    status: 200,
    response: SafetySettings,
  },
})
