import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Braces, Moon, Settings, Sun, SunMoon, Workflow } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { flowsQuery } from '../flows/flow-queries.ts'
import { hasRole, useSession } from '../session.ts'
import { settingsPartsFor } from '../settings/settings-parts.ts'
import type { Command } from '../ui/commands.ts'
import { destinationsFor } from './destinations.ts'
import { type Theme, useTheme } from './theme.ts'

const themes: [Theme, string, typeof Sun][] = [
  ['light', 'Light colours', Sun],
  ['dark', 'Dark colours', Moon],
  ['system', 'Colours as the system has them', SunMoon],
]

/** Where a person can go from everywhere, as far as their roles may: flows, pages, settings, colours. */
export function usePlaces(): { commands: Command[]; open: (address: string) => void } {
  const session = useSession()
  const router = useRouter()
  const choose = useTheme((state) => state.choose)
  const mayDesign = hasRole(session, 'designer', 'admin')
  const flows = useQuery({ ...flowsQuery, enabled: mayDesign, refetchInterval: false })
  const open = useCallback((address: string) => router.history.push(address), [router])
  const commands = useMemo(
    (): Command[] => [
      ...(flows.data?.flows ?? []).map(({ id, name, description }) => ({
        id: `flow-${id}`,
        group: 'Flows',
        title: name,
        detail: description,
        also: id,
        icon: <Workflow size={16} aria-hidden="true" />,
        run: () => open(`/flows/${id}`),
      })),
      ...destinationsFor(session).map(({ to, label, icon: Icon }) => ({
        id: `page-${label}`,
        group: 'Go to',
        title: label,
        icon: <Icon size={16} aria-hidden="true" />,
        run: () => open(to),
      })),
      {
        id: 'page-api',
        group: 'Go to',
        title: 'API',
        also: 'explorer programs keys openapi curl',
        icon: <Braces size={16} aria-hidden="true" />,
        run: () => open('/explorer'),
      },
      ...settingsPartsFor(session).map(({ to, label }) => ({
        id: `settings-${label}`,
        group: 'Settings',
        title: label,
        also: 'settings',
        icon: <Settings size={16} aria-hidden="true" />,
        run: () => open(to),
      })),
      ...themes.map(([theme, title, Icon]) => ({
        id: `theme-${theme}`,
        group: 'Settings',
        title,
        also: 'theme mode appearance',
        icon: <Icon size={16} aria-hidden="true" />,
        run: () => choose(theme),
      })),
    ],
    [flows.data, session, open, choose],
  )
  return { commands, open }
}
