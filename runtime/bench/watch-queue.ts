import type { Browser } from 'playwright-core'

/** An operator's inbox in a real browser. `seen`: when each visitor's last words first stood on the screen, in milliseconds since 1970. */
export async function watchQueue(
  browser: Browser,
  url: string,
  cookie: string,
): Promise<{ seen(): Promise<Map<string, number>> }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.goto(`${url}/inbox`)
  const lane = page.getByRole('region', { name: 'Waiting' })
  await lane.getByRole('listitem').first().waitFor()
  const seen = await lane.evaluateHandle((element) => {
    const first = new Map<string, number>()
    const look = () => {
      // Two frames on, what was changed here has been painted.
      const words = [...element.querySelectorAll('li button > span:last-child')].map((each) => each.textContent ?? '')
      const fresh = words.filter((each) => each.startsWith('message ') && !first.has(each))
      for (const each of fresh) first.set(each, Number.NaN)
      if (fresh.length > 0)
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            for (const each of fresh) first.set(each, Date.now())
          }),
        )
    }
    new MutationObserver(look).observe(element, { subtree: true, childList: true, characterData: true })
    return first
  })
  return {
    async seen() {
      const found = await seen.evaluate((first) => [...first])
      return new Map(found.filter(([, at]) => !Number.isNaN(at)))
    },
  }
}
