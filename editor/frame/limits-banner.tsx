import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { hasRole, useSession } from '../session.ts'
import { toWarnings } from '../settings/usage/to-meters.ts'
import { usageQuery } from '../settings/usage/usage-query.ts'
import { Banner } from '../ui/banner.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'

const usagePage = '/settings/usage'
/** How often every page asks. Milliseconds. */
const every = 60_000

/**
 * That a limit is near or reached, for those who can do something about it. It can be put away, and comes back when
 * another limit is near or one is reached. The page of usage says it by itself.
 */
export function LimitsBanner() {
  const session = useSession()
  const { pathname } = useLocation()
  const concerned = hasRole(session, 'admin', 'supervisor')
  const { data } = useQuery({ ...usageQuery, refetchInterval: every, enabled: concerned })
  const [putAway, setPutAway] = useState<readonly string[]>([])
  if (!data || !concerned || pathname === usagePage) return null
  const nameOf = ({ id, reached }: { id: string; reached: boolean }) => `${id} ${reached}`
  const warnings = toWarnings(data).filter((warning) => !putAway.includes(nameOf(warning)))
  if (warnings.length === 0) return null
  return (
    <Banner
      tone="waiting"
      live
      actions={
        <>
          {hasRole(session, 'admin') && (
            <ButtonLink size="s" href={usagePage}>
              See the usage
            </ButtonLink>
          )}
          <Button size="s" onPress={() => setPutAway([...putAway, ...warnings.map(nameOf)])}>
            Put away
          </Button>
        </>
      }
    >
      {warnings.map(({ id, title, words }) => (
        <p key={id}>
          <b>{title}</b> {words}
        </p>
      ))}
    </Banner>
  )
}
