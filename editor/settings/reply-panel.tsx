import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type CannedReply, repliesRoutes } from '../../schema/api/replies.ts'
import { localise } from '../../schema/text.ts'
import { call, wordsOf } from '../api.ts'
import { departmentsQuery } from '../departments-query.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Panel } from '../ui/panel.tsx'
import { showToast } from '../ui/toast.tsx'
import { repliesQuery } from './replies-query.ts'
import { ReplyForm } from './reply-form.tsx'
import styles from './settings.module.css'

interface ReplyPanelProps {
  reply: CannedReply
  open: boolean
  onOpen: () => void
  onClose: () => void
}

/** One canned reply, and its form when it is being changed. */
export function ReplyPanel({ reply, open, onOpen, onClose }: ReplyPanelProps) {
  const departments = useQuery(departmentsQuery).data?.departments ?? []
  const [removing, setRemoving] = useState(false)
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => call(repliesRoutes.remove, { params: { id: reply.id } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: repliesQuery.queryKey })
      showToast(`“${reply.title}” is removed`)
    },
    onError: (error) => showToast(`Not removed. ${wordsOf(error)}`, { tone: 'fault' }),
    onSettled: () => setRemoving(false),
  })
  if (open)
    return (
      <Panel title={reply.title}>
        <ReplyForm reply={reply} onDone={onClose} />
      </Panel>
    )
  const department = departments.find(({ id }) => id === reply.department)?.name ?? reply.department
  return (
    <Panel
      title={reply.title}
      actions={
        <>
          <Button size="s" onPress={() => setRemoving(true)} aria-label={`Remove ${reply.title}`}>
            Remove
          </Button>
          <Button size="s" onPress={onOpen} aria-label={`Change ${reply.title}`}>
            Change
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{localise(reply.text, 'en-GB')}</p>
        <p>
          {reply.approved && <Badge tone="safeguarding">Approved for danger</Badge>}{' '}
          <Badge>{department ?? 'Everybody'}</Badge>
        </p>
      </div>
      <Dialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={`Remove “${reply.title}”?`}
        verb="Remove the reply"
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        <p>Operators no longer find it. What was sent with it stays as it is.</p>
      </Dialog>
    </Panel>
  )
}
