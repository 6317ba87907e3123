import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { adminRoutes } from '../../schema/api/admin.ts'
import { call, wordsOf } from '../api.ts'
import { WelcomeFrame } from '../frame/welcome-frame.tsx'
import { sessionQuery } from '../session.ts'
import { SignInForm } from './sign-in-form.tsx'

const route = getRouteApi('/sign-in')

/** The door. After it a person is where they wanted to go. */
export function SignInPage() {
  const router = useRouter()
  const queries = useQueryClient()
  const { next } = route.useSearch()
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => call(adminRoutes.signIn, { body }),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, session)
      // Only a path of this app: an address from outside never becomes a way off it.
      router.history.push(next && !next.startsWith('//') ? next : '/')
    },
  })
  return (
    <WelcomeFrame title="Sign in" heading="Every path leads to a person">
      <SignInForm
        onSubmit={(email, password) => signIn.mutate({ email, password })}
        busy={signIn.isPending}
        error={signIn.isError ? wordsOf(signIn.error) : undefined}
      />
    </WelcomeFrame>
  )
}
