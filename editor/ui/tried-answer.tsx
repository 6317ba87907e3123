import type { Tried } from '../../schema/api/knowledge.ts'
import { Banner } from './banner.tsx'
import { Markup } from './markup.tsx'
import styles from './tried-answer.module.css'

/** What a visitor would be told: the answer, that it is not known, or that a person answers. */
export function TriedAnswer({ tried: { answer, refused } }: { tried: Tried }) {
  if (refused)
    return (
      <Banner tone="safeguarding" title="This speaks of danger.">
        A person answers it, never a document.
      </Banner>
    )
  if (answer)
    return (
      <div className={styles.answer}>
        <Markup text={answer.text} />
      </div>
    )
  return (
    <Banner tone="waiting" title="I don’t know.">
      The visitor is told so, and can talk to a person.
    </Banner>
  )
}
