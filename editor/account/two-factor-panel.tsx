import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { wordsOf } from '../api.ts'
import { sessionQuery } from '../session.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './account.module.css'
import { accountQuery } from './account-queries.ts'
import { CodeForm } from './code-form.tsx'
import { EnrolForm } from './enrol-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

type Doing = 'enrol' | 'codes' | 'remove'

/** The second factor: whether there is one, and setting it up, moving it to another phone, or turning it off. */
export function TwoFactorPanel({ email }: { email: string }) {
  const queries = useQueryClient()
  const account = useQuery(accountQuery)
  const [doing, setDoing] = useState<Doing>()
  const [codes, setCodes] = useState<readonly string[]>()
  const done = () => {
    setDoing(undefined)
    setCodes(undefined)
    void queries.invalidateQueries({ queryKey: accountQuery.queryKey })
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  const title = 'Second factor'
  if (!account.data)
    return (
      <Panel title={title}>
        {account.isError ? (
          <ErrorState title="Could not look at your account" onRetry={() => void account.refetch()}>
            {wordsOf(account.error)}
          </ErrorState>
        ) : (
          <Skeleton label="Loading your account" lines={3} />
        )}
      </Panel>
    )
  if (codes)
    return (
      <Panel title="Keep your recovery codes">
        <RecoveryCodes codes={codes} email={email} onDone={done} />
      </Panel>
    )
  const { twoFactor, twoFactorRequired, recoveryCodesLeft } = account.data
  if (doing)
    return (
      <Panel title={title}>
        {doing === 'enrol' && <EnrolForm moving={twoFactor} onCodes={setCodes} onCancel={() => setDoing(undefined)} />}
        {doing !== 'enrol' && (
          <CodeForm
            does={doing}
            onCodes={(given) => {
              if (given) setCodes(given)
              else done()
            }}
            onCancel={() => setDoing(undefined)}
          />
        )}
      </Panel>
    )
  return (
    <Panel
      title={title}
      actions={
        <>
          {twoFactor && !twoFactorRequired && (
            <Button variant="quiet" onPress={() => setDoing('remove')}>
              Turn off
            </Button>
          )}
          {twoFactor && <Button onPress={() => setDoing('codes')}>New recovery codes</Button>}
          <Button variant={twoFactor ? 'default' : 'primary'} onPress={() => setDoing('enrol')}>
            {twoFactor ? 'Use another app' : 'Set up'}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>
        A code from an app on your phone, besides your password. A stolen password alone then opens nothing.
      </p>
      {twoFactor ? (
        <div className={styles.foot}>
          <Badge tone="ok">On</Badge>
          {recoveryCodesLeft <= 3 ? (
            <Badge tone="warning">{`${recoveryCodesLeft} recovery codes left`}</Badge>
          ) : (
            <span>{`${recoveryCodesLeft} recovery codes left`}</span>
          )}
        </div>
      ) : (
        <Badge tone={twoFactorRequired ? 'warning' : 'neutral'}>
          {twoFactorRequired ? 'Needed, not set up' : 'Off'}
        </Badge>
      )}
    </Panel>
  )
}
