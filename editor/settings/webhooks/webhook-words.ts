import type { WebhookKind } from '../../../schema/api/webhooks.ts'

/** Events as admins read them. */
export const kindLabels: Record<WebhookKind, string> = {
  'contact.started': 'A contact began',
  'contact.waiting': 'A contact waits for a person',
  'contact.taken': 'Somebody took a contact',
  'contact.closed': 'A contact ended',
  'alert.raised': 'An alert was raised',
  'alert.acknowledged': 'An alert was acknowledged',
  'call-back.asked': 'A call-back was asked for',
  'flow.published': 'A flow was published',
}

/** The same for what stands in the log: also the test. */
export function labelOf(kind: string): string {
  return Object.entries(kindLabels).find(([id]) => id === kind)?.[1] ?? (kind === 'test' ? 'Test' : kind)
}
