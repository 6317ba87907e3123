import { z } from 'zod'

/** What a signed-in person may do. One person may have several roles; see the authorisation column of `schema/api`. */
export const roles = ['operator', 'supervisor', 'designer', 'admin', 'auditor'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>
