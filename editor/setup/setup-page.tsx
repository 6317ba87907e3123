import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { adminRoutes } from '../../schema/api/admin.ts'
import { call, wordsOf } from '../api.ts'
import { Pane } from '../frame/pane.tsx'
import { WelcomeFrame } from '../frame/welcome-frame.tsx'
import { sessionQuery } from '../session.ts'
import { ButtonLink } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Account, AccountStep } from './account-step.tsx'
import { FlowStep } from './flow-step.tsx'
import { nameFromEmail } from './name-from-email.ts'
import { PublishStep } from './publish-step.tsx'
import { SnippetStep } from './snippet-step.tsx'
import { readWebsiteAddress } from './website-address.ts'

const steps = ['Your account and website', 'Pick a starter flow', 'Publish', 'Put it on your website'] as const

/** The first five minutes. Nothing is made before the flow is picked; then everything is made at once. */
export function SetupPage() {
  const [step, setStep] = useState(0)
  const [account, setAccount] = useState<Account>({ email: '', password: '', website: '' })
  const state = useQuery({ queryKey: ['setup'], queryFn: () => call(adminRoutes.setupState), staleTime: Infinity })
  const templates = state.data?.templates ?? []
  const [picked, setPicked] = useState<string>()
  const chosen = picked ?? templates[0]?.id ?? ''
  const queries = useQueryClient()
  const create = useMutation({
    mutationFn: () => {
      const address = readWebsiteAddress(account.website)
      const site = address.ok ? address.origin : account.website
      const { email, password } = account
      return call(adminRoutes.setup, {
        body: { email: email.trim(), name: nameFromEmail(email), password, site, template: chosen || undefined },
      })
    },
    onSuccess: ({ session, flow }) => {
      queries.setQueryData(sessionQuery.queryKey, session)
      setStep(flow ? 2 : 3)
    },
  })

  const done = create.data
  return (
    <WelcomeFrame
      title={steps[step] ?? 'Set up'}
      heading="Your first chat, live in five minutes"
      words="Everything stays on your own server. No other account is needed."
      steps={steps}
      step={step}
    >
      {state.isPending && <Skeleton label="Looking whether Signpost is set up" />}
      {state.isError && (
        <ErrorState onRetry={() => void state.refetch()}>{wordsOf(state.error)} Nothing has been set up.</ErrorState>
      )}
      {state.data && !state.data.needed && !done && <AlreadySetUp />}
      {state.data?.needed && step === 0 && (
        <AccountStep account={account} onChange={setAccount} onContinue={() => setStep(1)} />
      )}
      {step === 1 && (
        <FlowStep
          templates={templates}
          chosen={chosen}
          onChoose={setPicked}
          onUse={() => create.mutate()}
          onBack={() => setStep(0)}
          busy={create.isPending}
          error={create.isError ? wordsOf(create.error) : undefined}
        />
      )}
      {done?.flow && step === 2 && (
        <PublishStep flow={done.flow} session={done.session} onPublished={() => setStep(3)} />
      )}
      {done && step === 3 && <SnippetStep site={done.site} flow={done.flow} session={done.session} />}
    </WelcomeFrame>
  )
}

function AlreadySetUp() {
  return (
    <Pane
      heading="Signpost is set up already"
      words="The first account exists. Sign in with it, or ask an admin for one of your own."
    >
      <p style={{ marginTop: 24 }}>
        <ButtonLink variant="primary" size="l" href="/sign-in">
          Sign in
        </ButtonLink>
      </p>
    </Pane>
  )
}
