import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { z } from 'zod'
import { adminRoutes } from '../schema/api/admin.ts'
import type { Role } from '../schema/roles.ts'
import { ApiError, call } from './api.ts'
import { AppFrame } from './frame/app-frame.tsx'
import { destinationsFor } from './frame/destinations.ts'
import { NotAllowed, NotFound, NothingToOpen, PageFailed, PageLoading } from './frame/page-states.tsx'
import { InsightsSearch } from './insights/insights-search.ts'
import { hasRole, sessionQuery } from './session.ts'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: PageFailed,
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./setup/setup-page.tsx'), 'SetupPage'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ next: z.string().startsWith('/').optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const signInHelp = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/help',
  component: lazyRouteComponent(() => import('./sign-in/help-page.tsx'), 'HelpPage'),
})
const signInProvider = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/provider',
  component: lazyRouteComponent(() => import('./sign-in/provider-page.tsx'), 'ProviderPage'),
})
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./sign-in/welcome-page.tsx'), 'WelcomePage'),
})

/** Every page behind the sign-in. Who is not signed in goes there first, or to set-up when nothing is set up yet. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ context: { queries }, location }) => {
    const session = await queries.ensureQueryData(sessionQuery).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'not-signed-in') return undefined
      throw error
    })
    if (session?.mustEnrol && location.pathname !== '/account') throw redirect({ to: '/account' })
    if (session) return { session }
    const { needed } = await call(adminRoutes.setupState)
    if (needed) throw redirect({ to: '/setup' })
    throw redirect({ to: '/sign-in', search: { next: location.href } })
  },
  component: AppFrame,
})

const start = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: ({ context: { session } }) => {
    const first = destinationsFor(session)[0]
    if (first) throw redirect({ to: first.to })
  },
  component: NothingToOpen,
})

const account = createRoute({
  getParentRoute: () => frame,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
})

const explorer = createRoute({
  getParentRoute: () => frame,
  path: '/explorer',
  validateSearch: z.object({ call: z.string().max(100).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./explorer/explorer-page.tsx'), 'ExplorerPage'),
})

/** A part of the app that needs one of `roles`. */
const partFor = <const Id extends string>(id: Id, ...roles: Role[]) =>
  createRoute({
    getParentRoute: () => frame,
    id,
    component: () => <Allowed roles={roles} />,
  })

function Allowed({ roles }: { roles: readonly Role[] }) {
  const { session } = frame.useRouteContext()
  return hasRole(session, ...roles) ? <Outlet /> : <NotAllowed />
}

const forDesigners = partFor('for-designers', 'designer', 'admin')
const flows = createRoute({
  getParentRoute: () => forDesigners,
  path: '/flows',
  component: lazyRouteComponent(() => import('./flows/flows-page.tsx'), 'FlowsPage'),
})
const knowledge = createRoute({
  getParentRoute: () => forDesigners,
  path: '/knowledge',
  // A document to show at once, and what is chosen of the list.
  validateSearch: z.object({
    document: z.string().max(64).optional().catch(undefined),
    // A passage of it, to show where it stands.
    version: z.int().optional().catch(undefined),
    passage: z.string().max(100).optional().catch(undefined),
    show: z.string().max(80).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./knowledge/knowledge-page.tsx'), 'KnowledgePage'),
})
const BuilderPage = lazy(() =>
  import('./builder/builder-page.tsx').then((builder) => ({ default: builder.BuilderPage })),
)
const flow = createRoute({
  getParentRoute: () => forDesigners,
  path: '/flows/$id',
  // A node and a field of it to show at once: where a finding or a link leads.
  validateSearch: z.object({
    node: z.string().max(64).optional().catch(undefined),
    field: z.string().max(500).optional().catch(undefined),
  }),
  component: function Builder() {
    const { id } = flow.useParams()
    const place = flow.useSearch()
    return (
      <Suspense fallback={<PageLoading />}>
        <BuilderPage key={id} flowId={id} place={place} />
      </Suspense>
    )
  },
})

const forOperators = partFor('for-operators', 'operator', 'supervisor')
const inbox = createRoute({
  getParentRoute: () => forOperators,
  path: '/inbox',
  validateSearch: z.object({ contact: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./inbox/inbox-page.tsx'), 'InboxPage'),
})

const forReaders = partFor('for-readers', 'supervisor', 'designer', 'admin')
const insights = createRoute({
  getParentRoute: () => forReaders,
  path: '/insights',
  validateSearch: InsightsSearch,
  component: lazyRouteComponent(() => import('./insights/insights-page.tsx'), 'InsightsPage'),
})

const forSettings = partFor('for-settings', 'admin', 'supervisor')
const settings = createRoute({
  getParentRoute: () => forSettings,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})
const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: ({ context: { session } }) => {
    throw redirect({ to: hasRole(session, 'admin') ? '/settings/sites' : '/settings/safety' })
  },
})
const safety = createRoute({
  getParentRoute: () => settings,
  path: '/safety',
  component: lazyRouteComponent(() => import('./settings/safety/safety-page.tsx'), 'SafetyPage'),
})
const replies = createRoute({
  getParentRoute: () => settings,
  path: '/replies',
  component: lazyRouteComponent(() => import('./settings/replies-page.tsx'), 'RepliesPage'),
})
const forSupervisors = createRoute({
  getParentRoute: () => settings,
  id: 'for-supervisors',
  beforeLoad: ({ context: { session } }) => {
    if (!hasRole(session, 'supervisor')) throw redirect({ to: '/settings/safety' })
  },
})
const understanding = createRoute({
  getParentRoute: () => forSupervisors,
  path: '/understanding',
  component: lazyRouteComponent(() => import('./settings/understanding-page.tsx'), 'UnderstandingPage'),
})
const forAdmins = createRoute({
  getParentRoute: () => settings,
  id: 'for-admins',
  beforeLoad: ({ context: { session } }) => {
    if (!hasRole(session, 'admin')) throw redirect({ to: '/settings/safety' })
  },
})
const sites = createRoute({
  getParentRoute: () => forAdmins,
  path: '/sites',
  component: lazyRouteComponent(() => import('./settings/sites-page.tsx'), 'SitesPage'),
})
const departments = createRoute({
  getParentRoute: () => forAdmins,
  path: '/departments',
  component: lazyRouteComponent(() => import('./settings/departments-page.tsx'), 'DepartmentsPage'),
})
const people = createRoute({
  getParentRoute: () => forAdmins,
  path: '/people',
  component: lazyRouteComponent(() => import('./settings/people-page.tsx'), 'PeoplePage'),
})
const signInSettings = createRoute({
  getParentRoute: () => forAdmins,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./settings/sign-in-settings-page.tsx'), 'SignInSettingsPage'),
})
const connections = createRoute({
  getParentRoute: () => forAdmins,
  path: '/connections',
  component: lazyRouteComponent(() => import('./settings/connections-page.tsx'), 'ConnectionsPage'),
})

const documentSettings = createRoute({
  getParentRoute: () => forAdmins,
  path: '/documents',
  component: lazyRouteComponent(() => import('./settings/knowledge-settings-page.tsx'), 'KnowledgeSettingsPage'),
})
const mail = createRoute({
  getParentRoute: () => forAdmins,
  path: '/mail',
  component: lazyRouteComponent(() => import('./settings/mail-page.tsx'), 'MailPage'),
})
const webhooks = createRoute({
  getParentRoute: () => forAdmins,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('./settings/webhooks/webhooks-page.tsx'), 'WebhooksPage'),
})
const usage = createRoute({
  getParentRoute: () => forAdmins,
  path: '/usage',
  component: lazyRouteComponent(() => import('./settings/usage/usage-page.tsx'), 'UsagePage'),
})

const tree = root.addChildren([
  setup,
  signIn,
  signInHelp,
  signInProvider,
  welcome,
  frame.addChildren([
    start,
    account,
    explorer,
    forDesigners.addChildren([flows, flow, knowledge]),
    forOperators.addChildren([inbox]),
    forReaders.addChildren([insights]),
    forSettings.addChildren([
      settings.addChildren([
        settingsStart,
        replies,
        safety,
        forSupervisors.addChildren([understanding]),
        forAdmins.addChildren([
          sites,
          departments,
          people,
          signInSettings,
          connections,
          documentSettings,
          mail,
          webhooks,
          usage,
        ]),
      ]),
    ]),
  ]),
])

/** The addresses of the staff app. */
export function createAppRouter(queries: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree: tree,
    history,
    context: { queries },
    defaultPreload: 'intent',
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
