import type { Alert } from '../../schema/api/inbox.ts'

/** The alerts of one contact that nobody has acknowledged, as one card. */
export interface AlertStack {
  /** The gravest; of equals the oldest: its words are shown, and its time runs. */
  shown: Alert
  /** The last that was raised: acknowledging it covers those before it. */
  last: Alert
  count: number
}

/** Open alerts, one stack for each contact: emergencies before safeguarding, and the oldest of each first. */
export function toAlertStacks(alerts: readonly Alert[]): AlertStack[] {
  const stacks = new Map<string, Alert[]>()
  for (const alert of alerts.filter(({ acknowledgedAt }) => !acknowledgedAt))
    stacks.set(alert.contact, [...(stacks.get(alert.contact) ?? []), alert])
  return [...stacks.values()]
    .flatMap((stack): AlertStack[] => {
      const [shown] = stack.toSorted(byUrgency)
      const last = stack.toSorted((a, b) => a.raisedAt.localeCompare(b.raisedAt)).at(-1)
      return shown && last ? [{ shown, last, count: stack.length }] : []
    })
    .sort((a, b) => byUrgency(a.shown, b.shown))
}

/** Of acknowledged alerts, the last one of each contact: one line stays for it until the contact is closed. */
export function toAcknowledged(alerts: readonly Alert[]): Alert[] {
  const lines = new Map<string, Alert>()
  for (const alert of alerts.toSorted(byUrgency).toReversed()) if (alert.acknowledgedAt) lines.set(alert.contact, alert)
  return [...lines.values()].sort(byUrgency)
}

function byUrgency(a: Alert, b: Alert): number {
  return a.verdict.localeCompare(b.verdict) || a.raisedAt.localeCompare(b.raisedAt)
}
