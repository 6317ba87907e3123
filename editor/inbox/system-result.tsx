import type { DeskCall } from '../../schema/api/desk-calls.ts'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useDraft, writeDraft } from './drafts.ts'
import styles from './system-dialog.module.css'

const looks: Record<DeskCall['status'], { tone: 'ok' | 'waiting' | 'emergency'; title: string }> = {
  running: { tone: 'waiting', title: 'Under way.' },
  done: { tone: 'ok', title: 'Done.' },
  refused: { tone: 'emergency', title: 'Refused.' },
  failed: { tone: 'emergency', title: 'Not sent.' },
  unknown: { tone: 'waiting', title: 'Not confirmed.' },
}

interface SystemResultProps {
  contact: ContactDetail
  result: DeskCall
  onClose: () => void
}

/** What came of it. A reference can be put into the reply at once, because the visitor waits for it. */
export function SystemResult({ contact, result, onClose }: SystemResultProps) {
  const draft = useDraft(contact.id)
  const { tone, title } = looks[result.status]
  const { reference } = result
  return (
    <Dialog open wide onClose={onClose} title={`${result.name} in ${result.system}`} cancel="Close">
      <Banner tone={tone} live title={title}>
        {result.words}
      </Banner>
      {reference && contact.status === 'with-operator' && (
        <div>
          <Button
            onPress={() => {
              writeDraft(contact.id, `${draft.text}${draft.text === '' ? '' : ' '}Your reference is ${reference}.`)
              onClose()
            }}
          >
            Put the reference into the reply
          </Button>
        </div>
      )}
      {result.answer && (
        <section className={styles.answer} aria-label="The answer">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard has to reach it */}
          <pre tabIndex={0}>{result.answer}</pre>
          <p>It is not kept here. That it was asked for stands in the contact.</p>
        </section>
      )}
    </Dialog>
  )
}
