import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type RouterHistory, RouterProvider } from '@tanstack/react-router'
import { RouterProvider as AriaRouterProvider } from 'react-aria-components'
import { ApiError, onSignedOut } from './api.ts'
import { createAppRouter } from './routes.tsx'
import { sessionQuery } from './session.ts'

/** A refusal stays a refusal; only a lost connection or a stumbling server is worth a second try. */
const worthRetrying = (error: Error) =>
  error instanceof ApiError && ['offline', 'unavailable', 'internal-error'].includes(error.code)

/** Everything that lives as long as the app does. `history` is the browser's own, except in stories. */
export function startApp(options: { history?: RouterHistory; retries?: number } = {}) {
  const { history, retries = 2 } = options
  const queries = new QueryClient({
    defaultOptions: { queries: { staleTime: 5_000, retry: (count, error) => count < retries && worthRetrying(error) } },
  })
  const router = createAppRouter(queries, history)
  onSignedOut(() => {
    const { pathname, href } = router.state.location
    if (pathname === '/sign-in' || pathname === '/setup' || !queries.getQueryData(sessionQuery.queryKey)) return
    queries.clear()
    void router.navigate({ to: '/sign-in', search: { next: href } })
  })
  return { queries, router }
}

/** The staff app: links of the kit and of the router go the same way. */
export function App({ queries, router }: ReturnType<typeof startApp>) {
  return (
    <QueryClientProvider client={queries}>
      <AriaRouterProvider navigate={(href) => router.history.push(href)}>
        <RouterProvider router={router} />
      </AriaRouterProvider>
    </QueryClientProvider>
  )
}
