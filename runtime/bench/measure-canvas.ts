import type { Page } from 'playwright-core'
import { openBrowser } from '../testing/open-browser.ts'
import { signIn } from '../testing/staff-client.ts'
import { startServer } from '../testing/start-server.ts'
import { wideFlow } from './bench-flow.ts'

const nodes = 1_000
/** Moves of the pointer in each figure: about two seconds. */
const moves = 120

/**
 * Times between frames in headless Chromium while a flow of 1,000 rich cards is panned at three zooms, and while one card
 * and a selection are dragged. The browser aims at one frame in 16.7 ms.
 */
export async function measureCanvas(): Promise<Record<string, number>> {
  const server = await startServer()
  const browser = await openBrowser()
  const figures: Record<string, number> = {}
  try {
    const staff = await signIn(server.url)
    const flow = wideFlow(nodes)
    await staff.call('POST', '/api/flows', { document: JSON.stringify(flow) })
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const [name = '', value = ''] = staff.cookie.split('=')
    await context.addCookies([{ name, value, url: server.url }])
    const page = await context.newPage()
    const opened = performance.now()
    await page.goto(`${server.url}/flows/${flow.id}`)
    await page.locator('#node-n0').waitFor()
    figures['opened after (ms)'] = Math.round(performance.now() - opened)
    await page.waitForTimeout(2_000)

    const report = async (what: string, act: () => Promise<void>) => {
      const times = await frameTimes(page, act)
      const at = (share: number) => Number((times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1))
      figures[`${what}: median frame (ms)`] = at(0.5)
      figures[`${what}: 95th percentile (ms)`] = at(0.95)
      figures[`${what}: longest (ms)`] = at(1)
    }
    await report('pan, 80 %', () => pan(page))
    await report('drag a card, 80 %', () => dragCard(page))
    await zoomTo(page, 0.5)
    await report('pan, 50 %', () => pan(page))
    await report('drag a selection, 50 %', async () => {
      await page.keyboard.press('Control+A')
      await dragCard(page)
      await page.keyboard.press('Escape')
    })
    await page.keyboard.press('Shift+Digit1')
    await page.waitForTimeout(1_000)
    await report('pan, all in view', () => pan(page))
    await report('drag a card, all in view', () => dragCard(page))
    return figures
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** Every time between two frames while `act` goes on, the shortest first. */
async function frameTimes(page: Page, act: () => Promise<void>): Promise<number[]> {
  const counting = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const times: number[] = []
        let before = performance.now()
        const onFrame = (now: number) => {
          times.push(now - before)
          before = now
          if (document.title === 'stop') resolve(times)
          else requestAnimationFrame(onFrame)
        }
        requestAnimationFrame(onFrame)
      }),
  )
  const title = await page.title()
  await act()
  await page.evaluate(() => {
    document.title = 'stop'
  })
  const times = await counting
  await page.evaluate((words) => {
    document.title = words
  }, title)
  return times.slice(2).sort((a, b) => a - b)
}

/** Drags the empty canvas about, in a wide curve. */
async function pan(page: Page): Promise<void> {
  const from = await emptyPlace(page)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await curve(page, from)
  await page.mouse.up()
}

async function dragCard(page: Page): Promise<void> {
  const at = await page.evaluate(() => {
    const canvas = document.querySelector('.react-flow')?.getBoundingClientRect()
    const cards = [...document.querySelectorAll('.react-flow__node-card')].map((card) => card.getBoundingClientRect())
    const middle = { x: (canvas?.x ?? 0) + (canvas?.width ?? 0) / 2, y: (canvas?.y ?? 0) + (canvas?.height ?? 0) / 2 }
    const far = (box: DOMRect) => Math.abs(box.x - middle.x) + Math.abs(box.y - middle.y)
    const box = cards.sort((a, b) => far(a) - far(b))[0]
    return {
      x: (box?.x ?? 0) + Math.min(20, (box?.width ?? 0) / 2),
      y: (box?.y ?? 0) + Math.min(12, (box?.height ?? 0) / 2),
    }
  })
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await curve(page, at, 0.4)
  await page.mouse.up()
  await page.waitForTimeout(300)
}

async function curve(page: Page, from: { x: number; y: number }, size = 1): Promise<void> {
  for (let step = 1; step <= moves; step++) {
    const turn = (step / moves) * Math.PI * 2
    await page.mouse.move(from.x + Math.sin(turn) * 300 * size, from.y + (1 - Math.cos(turn)) * 110 * size)
    await page.waitForTimeout(12)
  }
}

/** A place on the canvas where a drag moves the canvas and nothing else: from afar a card is there once pointed at. */
async function emptyPlace(page: Page): Promise<{ x: number; y: number }> {
  const places = await page.evaluate(() => {
    const canvas = document.querySelector('.react-flow')?.getBoundingClientRect()
    const found: { x: number; y: number }[] = []
    for (let y = (canvas?.y ?? 0) + 120; y < (canvas?.bottom ?? 0) - 260; y += 6)
      for (let x = (canvas?.x ?? 0) + 330; x < (canvas?.right ?? 0) - 330; x += 6)
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) found.push({ x, y })
    return found
  })
  for (const place of places) {
    await page.mouse.move(place.x, place.y)
    const empty = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.classList.contains('react-flow__pane') === true,
      place,
    )
    if (empty) return place
  }
  throw new Error('There is no empty place on the canvas.')
}

async function zoomTo(page: Page, zoom: number): Promise<void> {
  for (let presses = 0; presses < 8; presses++) {
    const now = await page.evaluate(() => {
      const transform = document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? ''
      return Number(/scale\(([\d.]+)\)/.exec(transform)?.[1] ?? 1)
    })
    if (now <= zoom + 0.08) return
    await page.locator('.react-flow').press('-')
    await page.waitForTimeout(400)
  }
}
