import { useState } from 'react'
import { Form } from 'react-aria-components'
import { Pane, PaneFoot } from '../frame/pane.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { TextField } from '../ui/text-field.tsx'

interface SignInFormProps {
  onSubmit: (email: string, password: string) => void
  busy: boolean
  error?: string
}

/** E-mail and password. Pasting and password managers are welcome; there is no puzzle. */
export function SignInForm({ onSubmit, busy, error }: SignInFormProps) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [checked, setChecked] = useState(false)
  return (
    <Pane heading="Sign in">
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
          if (email && password) onSubmit(email.trim(), password)
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
        <PaneFoot>
          <Button type="submit" variant="primary" size="l" busy={busy}>
            Sign in
          </Button>
          <span>Can’t sign in? Ask an admin of your force.</span>
        </PaneFoot>
      </Form>
    </Pane>
  )
}
