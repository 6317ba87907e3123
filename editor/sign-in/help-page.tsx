import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Form, Link } from 'react-aria-components'
import { z } from 'zod'
import { entryRoutes } from '../../schema/api/account.ts'
import { call, wordsOf } from '../api.ts'
import { Pane, PaneFoot } from '../frame/pane.tsx'
import { WelcomeFrame } from '../frame/welcome-frame.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { waysQuery } from './entry-queries.ts'
import styles from './sign-in.module.css'

/** For somebody who cannot get in: a link by mail where mail is set up, and in any case a person to ask. */
export function HelpPage() {
  const ways = useQuery(waysQuery)
  const [email, setEmail] = useState('')
  const [checked, setChecked] = useState(false)
  const ask = useMutation({ mutationFn: () => call(entryRoutes.askForReset, { body: { email: email.trim() } }) })
  const valid = z.email().safeParse(email.trim()).success
  const back = <Link href="/sign-in">Back to sign-in</Link>
  if (ask.isSuccess)
    return (
      <WelcomeFrame title="Check your email" heading="Every path leads to a person">
        <Pane heading="Check your email" focusHeading>
          <div className={styles.text}>
            <p>
              If there is an account for {email.trim()}, we have sent a link to it. It works for one hour. Look in your
              junk mail too.
            </p>
            <p>No email? Ask an admin of your force for a link.</p>
            <p>{back}</p>
          </div>
        </Pane>
      </WelcomeFrame>
    )
  return (
    <WelcomeFrame title="I can’t sign in" heading="Every path leads to a person">
      <Pane heading="I can’t sign in">
        <div className={styles.text}>
          <p>
            <b>Forgotten password.</b> An admin of your force can give you a link with which you choose a new one.
          </p>
          <p>
            <b>Lost phone.</b> Use one of your recovery codes in place of the code. Without them, an admin can take your
            second factor away, and you set it up again.
          </p>
        </div>
        {ways.data?.mail && (
          <Form
            onSubmit={(event) => {
              event.preventDefault()
              setChecked(true)
              if (valid) ask.mutate()
            }}
          >
            {ask.isError && (
              <Banner tone="emergency" live title="Not sent.">
                {wordsOf(ask.error)}
              </Banner>
            )}
            <TextField
              size="l"
              label="Email"
              help="We send the link here."
              type="email"
              autoComplete="username"
              value={email}
              onChange={setEmail}
              error={checked && !valid ? 'Enter your work email' : undefined}
            />
            <PaneFoot>
              <Button type="submit" variant="primary" size="l" busy={ask.isPending}>
                Email me a link
              </Button>
              {back}
            </PaneFoot>
          </Form>
        )}
        {!ways.data?.mail && <PaneFoot>{back}</PaneFoot>}
      </Pane>
    </WelcomeFrame>
  )
}
