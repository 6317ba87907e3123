import type { ErrorComponentProps } from '@tanstack/react-router'
import { Compass, Lock, UserRound } from 'lucide-react'
import { wordsOf } from '../api.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

/** A page that broke or could not be fetched: the rest of Signpost goes on. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  return (
    <Page title="Could not show this page">
      <ErrorState title="Could not show this page" onRetry={reset}>
        {wordsOf(error)} What was saved before is not lost.
      </ErrorState>
    </Page>
  )
}

export function PageLoading() {
  return (
    <main id="main">
      <Skeleton label="Loading the page" lines={8} />
    </main>
  )
}

export function NotFound() {
  return (
    <Page title="Not found">
      <EmptyState
        icon={Compass}
        title="There is no page here"
        actions={<ButtonLink href="/">Go to the start</ButtonLink>}
      >
        The address may be wrong, or what was here was put away.
      </EmptyState>
    </Page>
  )
}

export function NotAllowed() {
  return (
    <Page title="Not for your role">
      <EmptyState
        icon={Lock}
        title="Your role can’t open this page"
        actions={<ButtonLink href="/">Go to the start</ButtonLink>}
      >
        An admin of your force can change what you may see.
      </EmptyState>
    </Page>
  )
}

/** Where somebody begins whose roles lead to no page: auditors. */
export function NothingToOpen() {
  return (
    <Page title="Welcome">
      <EmptyState
        icon={UserRound}
        title="There is no page for auditors here"
        actions={<ButtonLink href="/account">Open your account</ButtonLink>}
      >
        Signpost records everything that is done, and does not show the record on these pages. Whoever runs the server
        can give you a copy of it.
      </EmptyState>
    </Page>
  )
}
