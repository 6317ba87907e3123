import type { Role } from '../../schema/roles.ts'

/** One password for everybody of the demo. It is printed: nothing here is secret, and nothing here is real. */
export const demoPassword = 'northmoor-demo-2026'

export interface DemoPerson {
  name: string
  email: string
  roles: Role[]
  /** Departments that they work in, or supervise. */
  works: string[]
  supervises?: boolean
  /** Hours of the day between which they are there, in the force's own time. */
  shift?: { from: number; to: number; weekends: boolean }
}

const early = { from: 7, to: 15, weekends: true }
const late = { from: 14, to: 22, weekends: true }
const night = { from: 22, to: 31, weekends: true }
const office = { from: 9, to: 17, weekends: false }
const all = [
  'control-room',
  'crime-desk',
  'road-policing',
  'neighbourhood',
  'property-office',
  'firearms-licensing',
  'professional-standards',
  'safeguarding',
]
const force = (name: string) => `${name}@northmoor.example`

/** Whoever sets the force up is its first person and has every role but the auditor's. */
export const firstPerson = { name: 'Alex Morgan', email: force('admin') }

/** The people of Northmoor Police, all of them made up. */
export const staff: readonly DemoPerson[] = [
  {
    name: 'Dana Whitfield',
    email: force('supervisor'),
    roles: ['supervisor', 'operator'],
    works: all,
    supervises: true,
  },
  { name: 'Jo Lindqvist', email: force('designer'), roles: ['designer'], works: [] },
  { name: 'Ruth Adeyemi', email: force('auditor'), roles: ['auditor'], works: [] },
  {
    name: 'Priya Shah',
    email: force('priya'),
    roles: ['operator'],
    works: ['control-room', 'crime-desk', 'neighbourhood'],
    shift: early,
  },
  {
    name: 'Tom Hargreave',
    email: force('tom'),
    roles: ['operator'],
    works: ['control-room', 'road-policing', 'crime-desk'],
    shift: early,
  },
  {
    name: 'Megan Rees',
    email: force('megan'),
    roles: ['operator'],
    works: ['control-room', 'neighbourhood', 'safeguarding'],
    shift: late,
  },
  {
    name: 'Samir Haddad',
    email: force('samir'),
    roles: ['operator'],
    works: ['crime-desk', 'road-policing', 'control-room'],
    shift: late,
  },
  {
    name: 'Kate Osborne',
    email: force('kate'),
    roles: ['operator'],
    works: ['control-room', 'safeguarding'],
    shift: night,
  },
  {
    name: 'Grace Muller',
    email: force('grace'),
    roles: ['operator'],
    works: ['safeguarding', 'control-room'],
    shift: early,
  },
  {
    name: 'Liam Fenwick',
    email: force('liam'),
    roles: ['operator'],
    works: ['property-office', 'firearms-licensing'],
    shift: office,
  },
  {
    name: 'Helen Brandt',
    email: force('helen'),
    roles: ['operator'],
    works: ['professional-standards', 'property-office'],
    shift: office,
  },
]

/** Everybody who can sign in. */
export const demoStaff: readonly Pick<DemoPerson, 'name' | 'email' | 'roles'>[] = [
  { ...firstPerson, roles: ['admin', 'designer', 'operator', 'supervisor'] },
  ...staff,
]
