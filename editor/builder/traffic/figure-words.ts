const counts = new Intl.NumberFormat('en-GB')

export function countWords(n: number): string {
  return counts.format(n)
}

/** A share in whole per cent; what is more than nothing is never shown as 0 %. */
export function shareWords(share: number): string {
  if (share > 0 && share < 0.01) return '<1%'
  if (share < 1 && share > 0.99) return '>99%'
  return `${Math.round(share * 100)}%`
}

/** A length of time in its largest unit: `41 s`, `2.5 min`, `3 h`. '' where there was no waiting. */
export function timeWords(ms: number | null): string {
  if (ms === null || ms < 1_000) return ''
  const units: [number, string][] = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'min'],
    [1_000, 's'],
  ]
  const [size, unit] = units.find(([each]) => ms >= each) ?? [1_000, 's']
  const value = ms / size
  return `${value < 10 && unit !== 's' ? Number(value.toFixed(1)) : Math.round(value)} ${unit}`
}
