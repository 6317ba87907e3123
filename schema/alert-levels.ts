/**
 * How far an alert that nobody acknowledges has gone: to everybody on duty, then to the supervisors, then to everybody of
 * the force who is signed in. It only ever goes up.
 */
export const alertLevels = ['on-duty', 'supervisors', 'everyone'] as const
export type AlertLevel = (typeof alertLevels)[number]
