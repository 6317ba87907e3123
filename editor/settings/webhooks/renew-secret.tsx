import { useMutation } from '@tanstack/react-query'
import { type Webhook, webhooksRoutes } from '../../../schema/api/webhooks.ts'
import { call, wordsOf } from '../../api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toast.tsx'

interface RenewSecretProps {
  webhook: Webhook
  open: boolean
  onClose: () => void
  onSecret: (secret: string) => void
}

export function RenewSecret({ webhook: { id, name }, open, onClose, onSecret }: RenewSecretProps) {
  const renew = useMutation({
    mutationFn: () => call(webhooksRoutes.renewSecret, { params: { id } }),
    onSuccess: ({ secret }) => {
      onClose()
      onSecret(secret)
    },
    onError: (error) => {
      onClose()
      showToast(`The secret is still the old one. ${wordsOf(error)}`, { tone: 'fault' })
    },
  })
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Make a new secret for ${name}?`}
      verb="Make a new secret"
      busy={renew.isPending}
      onConfirm={() => renew.mutate()}
    >
      <p>
        Messages are signed with it at once. Until the other system has it too, it refuses them; they are tried again.
      </p>
    </Dialog>
  )
}
