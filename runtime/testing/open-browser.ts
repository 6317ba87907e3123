import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './find-chromium.ts'

/** A headless Chromium, as the tests drive it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
