import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Link } from 'react-aria-components'
import { entryRoutes } from '../../schema/api/account.ts'
import { call, wordsOf } from '../api.ts'
import { Pane, PaneFoot } from '../frame/pane.tsx'
import { WelcomeFrame } from '../frame/welcome-frame.tsx'
import { sessionQuery } from '../session.ts'
import { Banner } from '../ui/banner.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { takeRememberedPlace } from './remembered-place.ts'
import styles from './sign-in.module.css'

/** Where the force's own sign-in sends a person back to. */
export function ProviderPage() {
  const router = useRouter()
  const queries = useQueryClient()
  const begun = useRef(false)
  const { mutate, error } = useMutation({
    mutationFn: (search: string) => call(entryRoutes.finishProvider, { body: { search } }),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, session)
      router.history.replace(takeRememberedPlace())
    },
  })
  useEffect(() => {
    // What came back works once.
    if (begun.current) return
    begun.current = true
    mutate(router.history.location.search)
  }, [mutate, router])
  return (
    <WelcomeFrame title="Sign in" heading="Every path leads to a person">
      <Pane heading={error ? 'You are not signed in' : 'Signing you in'}>
        <div className={styles.text}>
          {error ? (
            <>
              <Banner tone="emergency" live title="Not signed in.">
                {wordsOf(error)}
              </Banner>
              <PaneFoot>
                <Link href="/sign-in">Back to sign-in</Link>
              </PaneFoot>
            </>
          ) : (
            <Skeleton label="Signing you in" lines={3} />
          )}
        </div>
      </Pane>
    </WelcomeFrame>
  )
}
