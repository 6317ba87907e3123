import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Webhook, webhooksRoutes } from '../../../schema/api/webhooks.ts'
import { call, wordsOf } from '../../api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import { webhooksQuery } from './webhooks-query.ts'

interface RemoveWebhookProps {
  webhook: Webhook
  open: boolean
  onClose: () => void
}

export function RemoveWebhook({ webhook: { id, name }, open, onClose }: RemoveWebhookProps) {
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => call(webhooksRoutes.remove, { params: { id } }),
    onSuccess: () => showToast(`“${name}” is removed`),
    onError: (error) => showToast(`Not removed. ${wordsOf(error)}`, { tone: 'fault' }),
    onSettled: () => {
      onClose()
      return queries.invalidateQueries({ queryKey: webhooksQuery.queryKey })
    },
  })
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Remove ${name}?`}
      verb="Remove the webhook"
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    >
      <p>The system is told nothing more. Messages that wait, the log and the secret are gone.</p>
    </Dialog>
  )
}
