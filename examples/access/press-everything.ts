import type { Page } from 'playwright-core'
import { lookOrPress } from './look-or-press.ts'
import type { Calls } from './watch-calls.ts'

/** How deep a press leads: a menu, a dialog out of it, a list in that. */
const deepest = 3

/**
 * Presses every enabled control of the page that is open, one of each kind, and those of every menu, dialog and list that
 * opens by it. `pressed` holds the kinds that were pressed before, on other pages too.
 */
export async function pressEverything(page: Page, calls: Calls, pressed: Set<string>): Promise<void> {
  const here = page.url()
  await pressLayer([])

  async function pressLayer(path: readonly string[]): Promise<void> {
    for (;;) {
      const controls = await page.evaluate(lookOrPress, undefined)
      const next = controls.find(({ kind }) => !pressed.has(kind))
      if (!next) return
      pressed.add(next.kind)
      calls.pressing = `${new URL(here).pathname}, “${next.name}”`
      const before = await layersOf(page)
      await press(next.kind)
      if (page.url() !== here) await calls.go(here)
      else if ((await layersOf(page)) > before && path.length < deepest) await pressLayer([...path, next.kind])
      await returnTo(path)
    }
  }

  async function press(kind: string): Promise<void> {
    await page.evaluate(lookOrPress, kind)
    await calls.settle()
  }

  /** Back to the layer that `path` opened: closes what lies above it, or opens it again. */
  async function returnTo(path: readonly string[]): Promise<void> {
    for (let tries = 0; (await layersOf(page)) > path.length && tries < 4; tries++) {
      await page.keyboard.press('Escape')
      await page.waitForTimeout(60)
    }
    if ((await layersOf(page)) === path.length) return
    await calls.go(here)
    for (const kind of path) await press(kind)
  }
}

/** How many menus, dialogs and lists lie above the page. */
function layersOf(page: Page): Promise<number> {
  return page.locator('[role=dialog], [role=alertdialog], [role=menu]').count()
}
