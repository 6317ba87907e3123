import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import type { Session, Site } from '../../schema/api/admin.ts'
import { Pane, PaneFoot } from '../frame/pane.tsx'
import { contactsQuery } from '../inbox-queries.ts'
import { hasRole } from '../session.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Snippet } from '../ui/snippet.tsx'
import { Spinner } from '../ui/spinner.tsx'
import styles from './setup.module.css'

/** Step 4: the line for the website, and the moment when the first visitor arrives. */
export function SnippetStep({ site, flow, session }: { site: Site; flow: string | null; session: Session }) {
  const mayWatch = hasRole(session, 'operator', 'supervisor')
  const { data } = useQuery({ ...contactsQuery, enabled: mayWatch, refetchInterval: 4_000 })
  const visited = (data?.contacts.length ?? 0) > 0
  return (
    <Pane
      heading="Copy one line into your website"
      words={
        <>
          Paste it just before <code>&lt;/body&gt;</code> on each page that should show the chat.
        </>
      }
      width="l"
      focusHeading
    >
      <div className={styles.snippet}>
        <Snippet siteKey={site.key} />
      </div>
      <div className={styles.live}>
        {mayWatch && (visited ? <CircleCheck size={20} className={styles.green} aria-hidden="true" /> : <Turning />)}
        <div role="status">
          <b>{visited ? 'The first contact has begun' : mayWatch ? 'Waiting for the first contact' : 'Try it first'}</b>
          <small>
            {visited
              ? 'Your chat works. You can follow it in the inbox.'
              : `The chat opens on ${site.origins.map((origin) => origin.replace(/^https?:\/\//, '')).join(', ')} and on the test page.`}
          </small>
        </div>
        <ButtonLink href={`/widget/try?site=${encodeURIComponent(site.key)}`} target="_blank">
          Open a test page
        </ButtonLink>
      </div>
      <PaneFoot>
        <ButtonLink variant="primary" size="l" href={flow ? `/flows/${flow}` : '/flows'}>
          Go to your flow
        </ButtonLink>
        <ButtonLink size="l" href="/settings/departments">
          Set up departments
        </ButtonLink>
      </PaneFoot>
    </Pane>
  )
}

function Turning() {
  return (
    <span className={styles.turning}>
      <Spinner />
    </span>
  )
}
