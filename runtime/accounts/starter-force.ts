import { type Department, usualDepartment } from '../../schema/department.ts'

const names: Record<string, string> = {
  'control-room': 'Control room',
  'crime-desk': 'Crime desk',
  'road-policing': 'Road policing',
  neighbourhood: 'Neighbourhood policing',
  'property-office': 'Property office',
  'firearms-licensing': 'Firearms licensing',
  'professional-standards': 'Professional standards',
  safeguarding: 'Safeguarding',
}

/** The departments that a new force begins with. They are always open until somebody enters hours. */
export const starterDepartments: readonly Department[] = Object.entries(names).map(([id, name]) => ({
  ...usualDepartment,
  id,
  name,
}))

/** Where "Leave this page quickly" goes until the force chooses: a page that nobody has to explain. */
export const starterExit = 'https://www.bbc.co.uk/weather'

/** `www.northmoor.police.uk` as `Northmoor Police`: a first guess that an admin can change. */
export function nameFromSite(origin: string): string {
  const labels = new URL(origin).hostname.split('.').filter((label) => label !== 'www')
  const police = labels.includes('police')
  const words = (labels[0] ?? 'force').split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return [...words, ...(police && labels[0] !== 'police' ? ['Police'] : [])].join(' ')
}
