import type { Grade } from '../../schema/thrive.ts'

/** Grades as people say them. */
export const gradeNames: Record<Grade, string> = {
  emergency: 'Emergency',
  priority: 'Priority',
  standard: 'Standard',
  none: 'Settled: nobody is sent',
}
