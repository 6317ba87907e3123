import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { entryRoutes } from '../../schema/api/account.ts'
import { adminRoutes } from '../../schema/api/admin.ts'
import { ApiError, call, wordsOf } from '../api.ts'
import { WelcomeFrame } from '../frame/welcome-frame.tsx'
import { sessionQuery } from '../session.ts'
import { waysQuery } from './entry-queries.ts'
import { rememberPlace } from './remembered-place.ts'
import { type Credentials, SignInForm } from './sign-in-form.tsx'

const route = getRouteApi('/sign-in')

/** The door. After it a person is where they wanted to go. */
export function SignInPage() {
  const router = useRouter()
  const queries = useQueryClient()
  const { next } = route.useSearch()
  const ways = useQuery(waysQuery)
  const [needsCode, setNeedsCode] = useState(false)
  const signIn = useMutation({
    mutationFn: (body: Credentials) => call(adminRoutes.signIn, { body }),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, session)
      // Only a path of this app: an address from outside never becomes a way off it.
      router.history.push(next && !next.startsWith('//') ? next : '/')
    },
    onError: (error) => setNeedsCode(needsCode || asksForCode(error)),
  })
  const provider = useMutation({
    mutationFn: () => call(entryRoutes.beginProvider),
    onSuccess: ({ url }) => {
      rememberPlace(next)
      window.location.assign(url)
    },
  })
  const failed = provider.error ?? signIn.error
  const firstAsked = asksForCode(failed) && signIn.variables?.code === undefined
  return (
    <WelcomeFrame title="Sign in" heading="Every path leads to a person">
      <SignInForm
        force={ways.data?.force}
        provider={ways.data?.provider}
        onProvider={() => provider.mutate()}
        onSubmit={(credentials) => signIn.mutate(credentials)}
        needsCode={needsCode}
        busy={signIn.isPending || provider.isPending}
        error={failed && !firstAsked ? wordsOf(failed) : undefined}
      />
    </WelcomeFrame>
  )
}

function asksForCode(error: unknown): boolean {
  if (!(error instanceof ApiError) || typeof error.details !== 'object' || error.details === null) return false
  return 'needs' in error.details && error.details.needs === 'code'
}
