import { phrase } from '../../nodes/kit/phrases.ts'
import type { Report } from '../../nodes/kit/step.ts'
import { formatValue } from '../../schema/values.ts'

/** The confirmation as an e-mail: plain text, and nothing personal, because mail is read by others too. */
export function confirmationMail(
  { reference, made, next, link }: Report,
  force: string,
  locale: string,
): { subject: string; text: string } {
  // A path leads nowhere from a mail.
  const page = link?.startsWith('https:') ? link : undefined
  const lines = [
    phrase('report.recorded', locale),
    '',
    `${phrase('report.reference', locale)}: ${reference}`,
    `${phrase('report.made', locale)}: ${formatValue(made, 'datetime', locale)}`,
    ...(next === '' ? [] : [`${phrase('report.next', locale)}: ${next}`]),
    ...(page === undefined ? [] : ['', `${phrase('report.print', locale)}: ${page}`]),
    '',
    phrase('report.danger', locale),
    '',
    force,
  ]
  return { subject: `${phrase('report.recorded', locale)} ${reference}`, text: `${lines.join('\n')}\n` }
}
