import type { Role } from '../schema/roles.ts'

/** The roles in words: what somebody with one comes to do. */
export const roleNames: Record<Role, { name: string; does: string }> = {
  operator: { name: 'Operator', does: 'Answers contacts of their departments' },
  supervisor: { name: 'Supervisor', does: 'Watches queues, steps in, reads the figures' },
  designer: { name: 'Designer', does: 'Draws, tests and publishes flows' },
  admin: { name: 'Admin', does: 'People, departments, websites, connections' },
  auditor: { name: 'Auditor', does: 'Reads and verifies the record' },
}
