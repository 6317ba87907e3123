import { Check } from 'lucide-react'
import { useState } from 'react'
import { Form, Link } from 'react-aria-components'
import { z } from 'zod'
import { Password } from '../../schema/api/admin.ts'
import { Pane, PaneFoot } from '../frame/pane.tsx'
import { Button } from '../ui/button.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './setup.module.css'
import { readWebsiteAddress } from './website-address.ts'

/** The shortest password, as `Password` has it. */
const enough = 15

export interface Account {
  email: string
  password: string
  /** As typed. */
  website: string
}
interface AccountStepProps {
  account: Account
  onChange: (account: Account) => void
  onContinue: () => void
}

/** Step 1: who is the first admin, and where the chat will open. */
export function AccountStep({ account, onChange, onContinue }: AccountStepProps) {
  const [left, setLeft] = useState<readonly string[]>([])
  const leave = (field: string) => () => setLeft([...left, field])
  const { email, password, website } = account
  const address = readWebsiteAddress(website)
  const errors = {
    email: z.email().safeParse(email.trim()).success ? undefined : 'Enter an email such as name@northmoor.police.uk',
    password: Password.safeParse(password).success ? undefined : shortfall(password),
    website: address.ok ? undefined : address.error,
  }
  const shown = (field: keyof typeof errors) => (left.includes(field) ? errors[field] : undefined)
  const submit = () => {
    setLeft(['email', 'password', 'website'])
    if (!errors.email && !errors.password && !errors.website) onContinue()
  }
  return (
    <Pane heading="Create the first account" words="You will be the admin. You can add your team later.">
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          size="l"
          label="Your work email"
          type="email"
          autoComplete="email"
          autoFocus
          value={email}
          onChange={(value) => onChange({ ...account, email: value })}
          onBlur={leave('email')}
          error={shown('email')}
        />
        <div className={styles.password}>
          <PasswordField
            size="l"
            label="Password"
            help={`${enough} characters or more. Three random words work well.`}
            autoComplete="new-password"
            value={password}
            onChange={(value) => onChange({ ...account, password: value })}
            onBlur={leave('password')}
            error={shown('password')}
          />
          <p className={styles.good} role="status">
            {password && !errors.password && (
              <>
                <Check size={14} aria-hidden="true" /> Long enough
              </>
            )}
          </p>
        </div>
        <TextField
          size="l"
          label="Your website address"
          help="The chat will only open on this site. You can add more later."
          autoComplete="url"
          inputMode="url"
          value={website}
          onChange={(value) => onChange({ ...account, website: value })}
          onBlur={leave('website')}
          error={shown('website')}
        />
        <PaneFoot>
          <Button type="submit" variant="primary" size="l">
            Continue
          </Button>
          <span>
            Already set up? <Link href="/sign-in">Sign in</Link>
          </span>
        </PaneFoot>
      </Form>
    </Pane>
  )
}

function shortfall(password: string): string {
  const missing = enough - password.length
  if (missing <= 0) return 'Use 200 characters or fewer'
  return password === ''
    ? `Use ${enough} characters or more`
    : `${missing} more ${missing === 1 ? 'character' : 'characters'} needed`
}
