import type { Usage } from '../../../schema/api/usage.ts'
import { answerLabels } from './limit-words.ts'

/** Share of a limit from which it is said that it is near. */
export const near = 0.8

/** One limit: how much of it is used, and what follows when it is reached. */
export interface UsedLimit {
  id: 'contacts' | 'turns' | 'seats'
  label: string
  used: number
  /** Null is no limit. */
  most: number | null
  follows: string
}

export function toMeters({ limits, used }: Usage): UsedLimit[] {
  return [
    {
      id: 'contacts',
      label: 'Contacts with the flow at the same time',
      used: used.contacts,
      most: limits.contacts.most,
      follows: answerLabels[limits.contacts.answer].follows,
    },
    {
      id: 'turns',
      label: 'Turns with the flow this month',
      used: used.turns,
      most: limits.turns.most,
      follows: answerLabels[limits.turns.answer].follows,
    },
    {
      id: 'seats',
      label: 'Seats for operators and supervisors',
      used: used.seats,
      most: limits.seats.most,
      follows: 'Nobody can be invited to answer contacts until a seat is free.',
    },
  ]
}

/** What is near its limit, or at it, in words. */
export interface LimitWarning {
  id: UsedLimit['id']
  reached: boolean
  title: string
  words: string
}

export function toWarnings(usage: Usage): LimitWarning[] {
  return toMeters(usage).flatMap(({ id, label, used, most, follows }) => {
    if (most === null || used < near * most) return []
    const reached = used >= most
    return {
      id,
      reached,
      title: `${label}: ${reached ? 'the limit is reached.' : 'near the limit.'}`,
      words: reached ? follows : `${Math.floor((100 * used) / most)} % are used. At the limit: ${follows}`,
    }
  })
}
