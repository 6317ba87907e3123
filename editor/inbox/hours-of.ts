import type { Department } from '../../schema/department.ts'

/** Whether a department is open at `now`, by the clock of this machine, and until when: "Open to 22:00". */
export function hoursOf({ hours }: Pick<Department, 'hours'>, now: Date): { open: boolean; words: string } {
  if (hours === null) return { open: true, words: 'Always open' }
  const time = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`
  const day = (now.getDay() + 6) % 7
  const today = (hours[day] ?? []).find(({ opens, closes }) => time >= opens && (closes <= opens || time < closes))
  const overNight = (hours[(day + 6) % 7] ?? []).find(({ opens, closes }) => closes <= opens && time < closes)
  const span = today ?? overNight
  if (span) return { open: true, words: `Open to ${span.closes}` }
  const later = (hours[day] ?? []).filter(({ opens }) => opens > time).sort((a, b) => a.opens.localeCompare(b.opens))[0]
  return { open: false, words: later ? `Opens ${later.opens}` : 'Closed now' }
}
