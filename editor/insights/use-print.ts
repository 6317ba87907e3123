import { useEffect, useEffectEvent } from 'react'
import { type InsightsFilter, insightsRoutes } from '../../schema/api/insights.ts'
import { describePeriod } from '../../schema/describe-period.ts'
import { call } from '../api.ts'
import { useSession } from '../session.ts'
import type { Tab } from './insights-search.ts'

/**
 * Makes printing what it is: a disclosure. However it is started, it is recorded, and every page says at its foot whose
 * figures these are, who printed them and when.
 */
export function usePrint(filter: InsightsFilter | undefined, tab: Tab) {
  const { force, user } = useSession()
  const begin = useEffectEvent((sheet: CSSStyleSheet) => {
    if (!filter) return
    const what = tab === 'live' ? 'figures of this moment' : `figures of ${describePeriod(filter)}`
    const at = new Date().toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
    sheet.replaceSync(toFoot(`${force.name} · ${what} · printed by ${user.name} on ${at}`))
    // Without the server there is paper all the same: nothing here can hold a printer.
    call(insightsRoutes.print, { body: { ...filter, tab } }).catch(() => undefined)
  })
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    const onPrint = () => begin(sheet)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    window.addEventListener('beforeprint', onPrint)
    return () => {
      window.removeEventListener('beforeprint', onPrint)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [])
}

/** `words` at the foot of every page, with its number. */
function toFoot(words: string): string {
  const type = 'font: 8pt system-ui, sans-serif; color: #5b6472; white-space: nowrap;'
  return `@page {
    @bottom-left { ${type} content: ${JSON.stringify(words)}; }
    @bottom-right { ${type} content: "Page " counter(page) " of " counter(pages); }
  }`
}
