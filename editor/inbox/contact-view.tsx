import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { wordsOf } from '../api.ts'
import { contactQuery } from '../inbox-queries.ts'
import { useSession } from '../session.ts'
import { Badge } from '../ui/badge.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { formatTime } from '../ui/time.tsx'
import { ContactActions } from './contact-actions.tsx'
import { LanguageBadge, toWords, VerdictBadge } from './contact-badges.tsx'
import { ContactFacts } from './contact-facts.tsx'
import styles from './inbox.module.css'
import { Log } from './log.tsx'
import { ReplyBox } from './reply-box.tsx'

interface ContactViewProps {
  id: string
  onClaim: (id: string) => void
  claiming: boolean
}

/** One open contact: flags, the talk, the reply box, and what was gathered. */
export function ContactView({ id, onClaim, claiming }: ContactViewProps) {
  const { data: contact, isError, error, refetch } = useQuery(contactQuery(id))
  const { user } = useSession()
  if (!contact)
    return (
      <div className={styles.nobody}>
        {isError ? (
          <ErrorState title="Could not load this contact" onRetry={() => void refetch()}>
            {wordsOf(error)} The visitor keeps their place.
          </ErrorState>
        ) : (
          <Skeleton label="Loading the contact" lines={8} />
        )}
      </div>
    )
  const mine = contact.owner?.id === user.id
  return (
    <article className={styles.contact} data-reply aria-label={`Contact ${contact.number}`}>
      <header className={classes(styles.head, contact.verdict !== 'none' && styles[contact.verdict])}>
        <span className={styles.back}>
          <ButtonLink
            size="s"
            variant="quiet"
            href="/inbox"
            aria-label="Back to the queue"
            icon={<ArrowLeft size={16} aria-hidden="true" />}
          />
        </span>
        <div className={styles.who}>
          <h2>Contact {contact.number}</h2>
          <p className="num">
            Open since {formatTime(contact.startedAt)}
            {contact.owner && !mine && `, with ${contact.owner.name}`}
          </p>
        </div>
        <VerdictBadge verdict={contact.verdict} />
        {contact.intent && <Badge tone="accent">{toWords(contact.intent)}</Badge>}
        {contact.department && <Badge>{toWords(contact.department)}</Badge>}
        <LanguageBadge locale={contact.locale} />
        {mine && contact.status === 'with-operator' && <ContactActions contact={contact} />}
      </header>
      <div className={styles.talk}>
        <Log events={contact.events} number={contact.number} />
        {mine && contact.status === 'with-operator' ? (
          <ReplyBox contact={contact} />
        ) : (
          <div className={styles.notMine}>
            {contact.status === 'closed' ? (
              <p>This contact is closed.</p>
            ) : contact.status === 'waiting' ? (
              <>
                <p>This contact waits for a person.</p>
                <Button variant="primary" busy={claiming} onPress={() => onClaim(id)}>
                  Pick up
                </Button>
              </>
            ) : (
              <p>
                {contact.owner ? `${contact.owner.name} is answering.` : 'The flow is answering. Nobody is needed yet.'}
              </p>
            )}
          </div>
        )}
      </div>
      <ContactFacts contact={contact} />
    </article>
  )
}
