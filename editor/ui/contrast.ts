/** The least that text needs on its ground: WCAG 2.2 AA. */
export const enoughContrast = 4.5

/** `#rgb` or `#rrggbb` as three numbers from 0 to 255. */
export function parseColour(colour: string): [number, number, number] | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim())?.[1]
  if (!hex) return undefined
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
  const part = (at: number) => Number.parseInt(full.slice(at, at + 2), 16)
  return [part(0), part(2), part(4)]
}

/** From 1 (the same) to 21 (black on white); `undefined` when either is not a colour. */
export function contrastOf(a: string, b: string): number | undefined {
  const [first, second] = [parseColour(a), parseColour(b)]
  if (!first || !second) return undefined
  const [darker, lighter] = [luminance(first), luminance(second)].sort((x, y) => x - y)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

/** The shade of `ground` that is nearest to it and carries `text` with enough contrast: darker or lighter, whichever is less. */
export function nearestShade(ground: string, text: string): string | undefined {
  const colour = parseColour(ground)
  if (!colour || !parseColour(text)) return undefined
  for (let step = 0; step <= 200; step++)
    for (const towards of [0, 255]) {
      const mixed = toHex(colour.map((part) => part + (towards - part) * (step / 200)))
      if ((contrastOf(mixed, text) ?? 0) >= enoughContrast) return mixed
    }
  return undefined
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function toHex(colour: readonly number[]): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}
