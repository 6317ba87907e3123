import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type SafetyPhrase, safetyRoutes } from '../../../schema/api/safety.ts'
import { call, wordsOf } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ChangePreview, type Preview } from './change-preview.tsx'
import { safetyKey } from './safety-queries.ts'

/** Removing words shows first what would have been missed without them; it is refused when recall falls. */
export function RemovePhrase({ phrase, onClose }: { phrase: SafetyPhrase; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [preview, setPreview] = useState<Preview>({ accepted: false })
  const [change] = useState(() => ({ does: 'remove' as const, id: phrase.id }))
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => call(safetyRoutes.removePhrase, { params: { id: phrase.id }, body: { reason: reason.trim() } }),
    onSuccess: async () => {
      showToast(`“${phrase.phrase}” no longer counts`)
      onClose()
      await queries.invalidateQueries({ queryKey: safetyKey })
    },
  })
  return (
    <Dialog
      open
      wide
      danger
      onClose={onClose}
      title={`Remove “${phrase.phrase}”?`}
      verb={`Remove “${phrase.phrase}”`}
      cancel="Keep it"
      busy={remove.isPending}
      disabled={!preview.accepted || reason.trim().length < 5}
      onConfirm={() => remove.mutate()}
    >
      <p>It stops counting at once, also in contacts that run.</p>
      <ChangePreview change={change} onPreview={setPreview} />
      <TextField
        label="Reason"
        help="At least five letters. It stays in the audit."
        value={reason}
        onChange={setReason}
      />
      {remove.error && (
        <Banner tone="emergency" live title="Not removed.">
          {wordsOf(remove.error)}
        </Banner>
      )}
    </Dialog>
  )
}
