import { Globe } from 'lucide-react'
import type { Verdict } from '../../schema/assessment.ts'
import { Badge } from '../ui/badge.tsx'
import { nameLocales } from '../ui/name-locales.ts'

/** The safety verdict, when there is one. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  if (verdict === 'none') return null
  return <Badge tone={verdict}>{verdict === 'emergency' ? 'Emergency' : 'Safeguarding'}</Badge>
}

/** The visitor's language, when it is not English. */
export function LanguageBadge({ locale }: { locale: string }) {
  if (locale.startsWith('en')) return null
  return (
    <Badge tone="info" icon={Globe}>
      {nameLocales([locale])}
    </Badge>
  )
}

/** An id as words: `theft_report` → "Theft report". */
export function toWords(id: string): string {
  const words = id.replace(/[_-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
