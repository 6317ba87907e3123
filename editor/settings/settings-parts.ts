/** The parts of the settings, each with a page of its own. */
export const settingsParts = [
  { to: '/settings/sites', label: 'Sites' },
  { to: '/settings/departments', label: 'Departments' },
  { to: '/settings/connections', label: 'Connections' },
  { to: '/settings/mail', label: 'Mail' },
] as const
