import { useQuery } from '@tanstack/react-query'
import { Plus, Zap } from 'lucide-react'
import { useState } from 'react'
import { Loaded } from '../loaded.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { repliesQuery } from './replies-query.ts'
import { ReplyForm } from './reply-form.tsx'
import { ReplyPanel } from './reply-panel.tsx'
import styles from './settings.module.css'

/** Words that operators have ready. */
export function RepliesPage() {
  const replies = useQuery(repliesQuery)
  const [open, setOpen] = useState<string>()
  const close = () => setOpen(undefined)
  const add = (
    <Button icon={<Plus size={16} aria-hidden="true" />} onPress={() => setOpen('new')} isDisabled={open === 'new'}>
      Add a reply
    </Button>
  )
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>
          Words that operators have ready. A name in double braces is filled in: {'{{ first_name }}'} from what the flow
          has gathered, {'{{ operator }}'} for whoever answers, {'{{ number }}'} for the number of the contact.
        </p>
        {add}
      </div>
      {open === 'new' && (
        <Panel title="New reply">
          <ReplyForm onDone={close} />
        </Panel>
      )}
      <Loaded query={replies} what="replies">
        {(data) =>
          data.replies.length === 0 && open !== 'new' ? (
            <Panel flush>
              <EmptyState icon={Zap} title="No reply yet" actions={add}>
                Write what your team answers often. Only approved ones are offered in contacts of danger.
              </EmptyState>
            </Panel>
          ) : (
            data.replies.map((reply) => (
              <ReplyPanel
                key={reply.id}
                reply={reply}
                open={open === reply.id}
                onOpen={() => setOpen(reply.id)}
                onClose={close}
              />
            ))
          )
        }
      </Loaded>
    </>
  )
}
