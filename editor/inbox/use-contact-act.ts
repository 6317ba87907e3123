import { useMutation, useQueryClient } from '@tanstack/react-query'
import { inboxKey } from '../inbox-queries.ts'
import { showToast } from '../ui/toast.tsx'

interface ContactAct<Sent> {
  act: (sent: Sent) => Promise<unknown>
  /** What is shown when the server has done it. */
  done: (sent: Sent) => string
  onDone?: () => void
}

/** Something done to a contact, confirmed by the server before it is shown. */
export function useContactAct<Sent = void>({ act, done, onDone }: ContactAct<Sent>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (_, sent) => {
      showToast(done(sent))
      onDone?.()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  })
}
