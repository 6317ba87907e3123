import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { RouterProvider as AriaRouterProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { ApiError, onSignedOut } from './api.ts'
import { startTheme } from './frame/theme.ts'
import { createAppRouter } from './routes.tsx'
import { sessionQuery } from './session.ts'
import './ui/tokens.css'
import './ui/base.css'

startTheme()

/** A refusal stays a refusal; only a lost connection or a stumbling server is worth a second try. */
const worthRetrying = (error: Error) =>
  error instanceof ApiError && ['offline', 'unavailable', 'internal-error'].includes(error.code)
const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: (count, error) => count < 2 && worthRetrying(error) } },
})
const router = createAppRouter(queries)

onSignedOut(() => {
  const { pathname, href } = router.state.location
  if (pathname === '/sign-in' || pathname === '/setup' || !queries.getQueryData(sessionQuery.queryKey)) return
  queries.clear()
  void router.navigate({ to: '/sign-in', search: { next: href } })
})

const app = document.getElementById('app')
if (!app) throw new Error('index.html has no element with the id "app"')
createRoot(app).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <AriaRouterProvider navigate={(href) => router.history.push(href)}>
        <RouterProvider router={router} />
      </AriaRouterProvider>
    </QueryClientProvider>
  </StrictMode>,
)
