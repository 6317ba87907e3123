import { openBrowser } from '../testing/open-browser.ts'

const visitors = 30
/** Between two visitors, in milliseconds; of no simple ratio to how often the page looks. */
const pause = 1_270

/** Insights in a real browser while visitors come one after another: from each one's first call until the page counts them. */
export async function watchFigures(
  name: string,
  search: string,
  url: string,
  cookie: string,
  site: string,
): Promise<Record<string, number>> {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const [key = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name: key, value, url }])
    const page = await context.newPage()
    const opened = Date.now()
    await page.goto(`${url}/insights${search}`)
    const contacts = page.getByRole('region', { name: 'Headline figures' }).locator('b').first()
    await contacts.waitFor()
    const shown = Date.now() - opened
    const count = async () => Number((await contacts.textContent())?.replaceAll(',', ''))
    const delays: number[] = []
    for (let at = 0; at < visitors; at++) {
      const before = await count()
      const sent = Date.now()
      const answer = await fetch(`${url}/api/widget/contacts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ site }),
      })
      if (!answer.ok) throw new Error(`A visitor was answered ${answer.status}.`)
      while ((await count()) === before) await new Promise((resolve) => setTimeout(resolve, 10))
      delays.push(Date.now() - sent)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    const sorted = delays.toSorted((a, b) => a - b)
    return {
      [`${name}: page opened until its figures stand (ms)`]: shown,
      [`${name}: a visitor came until the page counts them, median (ms)`]: sorted[Math.floor(visitors / 2)] ?? 0,
      [`${name}: a visitor came until the page counts them, worst of ${visitors} (ms)`]: sorted.at(-1) ?? 0,
    }
  } finally {
    await browser.close()
  }
}
