import { useSession } from '../session.ts'
import { Banner } from '../ui/banner.tsx'
import { Page } from '../ui/page.tsx'
import styles from './account.module.css'
import { KeysPanel } from './keys-panel.tsx'
import { PasswordPanel } from './password-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'
import { TwoFactorPanel } from './two-factor-panel.tsx'

/** What protects somebody's own account. Who still has to set up a second factor comes here first. */
export function AccountPage() {
  const { user, mustEnrol } = useSession()
  return (
    <Page title="My account">
      <div className={styles.page}>
        {mustEnrol && (
          <Banner tone="waiting" title="One thing first.">
            Your role needs a second factor. Set it up below, and everything else opens.
          </Banner>
        )}
        <TwoFactorPanel email={user.email} />
        <PasswordPanel />
        <SessionsPanel />
        {!mustEnrol && <KeysPanel />}
      </div>
    </Page>
  )
}
