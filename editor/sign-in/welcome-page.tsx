import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Form, Link } from 'react-aria-components'
import { entryRoutes } from '../../schema/api/account.ts'
import { Password } from '../../schema/api/admin.ts'
import { call, wordsOf } from '../api.ts'
import { Pane, PaneFoot } from '../frame/pane.tsx'
import { WelcomeFrame } from '../frame/welcome-frame.tsx'
import { sessionQuery } from '../session.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import styles from './sign-in.module.css'

/** Behind an invitation, or a link for a new password: the token stands behind `#` and goes to no server log. */
export function WelcomePage() {
  const router = useRouter()
  const [token] = useState(() => router.history.location.hash.replace(/^#/, ''))
  const link = useQuery({
    queryKey: ['account-link', token],
    queryFn: () => call(entryRoutes.lookAtLink, { body: { token } }),
    retry: false,
    refetchOnWindowFocus: false,
  })
  return (
    <WelcomeFrame title="Welcome" heading="Every path leads to a person">
      {link.data ? (
        <ChoosePassword token={token} {...link.data} />
      ) : (
        <Pane heading={link.isError ? 'This link does not work' : 'Looking at your link'}>
          <div className={styles.text}>
            {link.isError ? (
              <>
                <p>{wordsOf(link.error)}</p>
                <p>
                  Have you used it already? <Link href="/sign-in">Sign in</Link>
                </p>
              </>
            ) : (
              <Skeleton label="Looking at your link" lines={4} />
            )}
          </div>
        </Pane>
      )}
    </WelcomeFrame>
  )
}

interface ChoosePasswordProps {
  token: string
  kind: 'invitation' | 'reset'
  email: string
  name: string
  force: string
}

function ChoosePassword({ token, kind, email, name: given, force }: ChoosePasswordProps) {
  const router = useRouter()
  const queries = useQueryClient()
  const [name, setName] = useState(given)
  const [password, setPassword] = useState('')
  const [checked, setChecked] = useState(false)
  const isNew = kind === 'invitation'
  const right = Password.safeParse(password).success
  const use = useMutation({
    mutationFn: () => call(entryRoutes.useLink, { body: { token, password, ...(isNew && { name: name.trim() }) } }),
    onSuccess: ({ session }) => {
      if (session) queries.setQueryData(sessionQuery.queryKey, session)
      else showToast('Your password is changed')
      router.history.replace(session ? '/' : '/sign-in')
    },
  })
  return (
    <Pane
      heading={isNew ? `Welcome to ${force}` : 'Choose a new password'}
      words={isNew ? 'Choose a password, and you are in.' : 'You are signed out everywhere else.'}
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
          if (right && name.trim()) use.mutate()
        }}
      >
        {use.isError && (
          <Banner tone="emergency" live title="Not done.">
            {wordsOf(use.error)}
          </Banner>
        )}
        <TextField size="l" label="Email" type="email" autoComplete="username" isReadOnly value={email} />
        {isNew && (
          <TextField
            size="l"
            label="Your name"
            help="Visitors and colleagues see it."
            autoComplete="name"
            value={name}
            onChange={setName}
            error={checked && !name.trim() ? 'Enter your name' : undefined}
          />
        )}
        <PasswordField
          size="l"
          label="Password"
          help="15 characters or more. Three random words work well."
          autoComplete="new-password"
          autoFocus
          value={password}
          onChange={setPassword}
          error={checked && !right ? 'Use 15 characters or more' : undefined}
        />
        <PaneFoot>
          <Button type="submit" variant="primary" size="l" busy={use.isPending}>
            {isNew ? 'Make my account' : 'Change my password'}
          </Button>
        </PaneFoot>
      </Form>
    </Pane>
  )
}
