import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Form, Link } from 'react-aria-components'
import { Pane, PaneFoot } from '../frame/pane.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './sign-in.module.css'

export interface Credentials {
  email: string
  password: string
  code?: string | undefined
}
interface SignInFormProps {
  force?: string | undefined
  /** What the button of the force's own sign-in says, where there is one. */
  provider?: string | null | undefined
  onProvider: () => void
  onSubmit: (credentials: Credentials) => void
  /** The password was right: now the code. */
  needsCode: boolean
  busy: boolean
  error?: string | undefined
}

/** E-mail, password, and the code where there is a second factor. Pasting and password managers are welcome. */
export function SignInForm({ force, provider, onProvider, onSubmit, needsCode, busy, error }: SignInFormProps) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  /** What was tried: a field that appears later is not wrong before somebody filled it in. */
  const [checked, setChecked] = useState<'password' | 'code'>()
  const wholeCode = code.replace(/\s/g, '').length >= 6
  return (
    <Pane heading="Sign in" words={force}>
      {provider && (
        <div className={styles.provider}>
          <Button size="l" icon={<KeyRound size={16} aria-hidden="true" />} onPress={onProvider} isDisabled={busy}>
            {provider}
          </Button>
          <p className={styles.or}>
            <span>or</span>
          </p>
        </div>
      )}
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(needsCode ? 'code' : 'password')
          if (!email || !password || (needsCode && !wholeCode)) return
          onSubmit({ email: email.trim(), password, ...(needsCode && { code: code.trim() }) })
        }}
      >
        {error && (
          <Banner tone="emergency" live title="Not signed in.">
            {error}
          </Banner>
        )}
        <TextField
          size="l"
          label="Email"
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={setEmail}
          error={checked && !email ? 'Enter your work email' : undefined}
        />
        <PasswordField
          size="l"
          label="Password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={checked && !password ? 'Enter your password' : undefined}
        />
        {needsCode && (
          <div className={styles.code}>
            <TextField
              size="l"
              label="Code from your app"
              help="6 digits. You can paste it. A recovery code works too."
              name="code"
              autoComplete="one-time-code"
              autoFocus
              value={code}
              onChange={setCode}
              error={checked === 'code' && !wholeCode ? 'Enter the 6 digits that your app shows now' : undefined}
            />
          </div>
        )}
        <PaneFoot>
          <Button type="submit" variant="primary" size="l" busy={busy}>
            Sign in
          </Button>
          <Link href="/sign-in/help">I can’t sign in</Link>
        </PaneFoot>
      </Form>
    </Pane>
  )
}
