import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/tmp/chromium']

/** The browser that tests drive: CHROME_PATH, else the system's, else the one that `prepare-chromium.ts` unpacks. */
export function findChromium(): string {
  return [process.env.CHROME_PATH, ...places].find((path) => path && existsSync(path)) ?? '/tmp/chromium'
}
