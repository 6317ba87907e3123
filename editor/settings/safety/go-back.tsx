import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { safetyRoutes } from '../../../schema/api/safety.ts'
import { call, wordsOf } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { safetyKey } from './safety-queries.ts'

/** Puts an earlier version of the learned layer, or the built-in one (0), into use: a person's decision, with a reason. */
export function GoBack({ version, onClose }: { version: number; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const queries = useQueryClient()
  const name = version === 0 ? 'the built-in layer' : `version ${version}`
  const use = useMutation({
    mutationFn: () => call(safetyRoutes.useTraining, { body: { version, reason: reason.trim() } }),
    onSuccess: async () => {
      showToast(`Messages are judged by ${name} from now on`)
      onClose()
      await queries.invalidateQueries({ queryKey: safetyKey })
    },
  })
  return (
    <Dialog
      open
      danger
      onClose={onClose}
      title={`Use ${name}?`}
      verb={`Use ${name}`}
      busy={use.isPending}
      disabled={reason.trim().length < 5}
      onConfirm={() => use.mutate()}
    >
      <p>
        Every message from now on is judged by it, also in contacts that run. What only the version in use found is
        missed again.
      </p>
      <TextField
        label="Reason"
        help="At least five letters. It stays in the audit."
        value={reason}
        onChange={setReason}
      />
      {use.error && (
        <Banner tone="emergency" live title="Not changed.">
          {wordsOf(use.error)}
        </Banner>
      )}
    </Dialog>
  )
}
