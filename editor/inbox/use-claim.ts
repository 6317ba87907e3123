import { useMutation, useQueryClient } from '@tanstack/react-query'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { showToast } from '../ui/toast.tsx'

/** Picks a contact up. Confirmed: it is mine when the server says so, and it says so to one person only. */
export function useClaim(onMine: (id: string) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(inboxRoutes.claim, { params: { id } }),
    onSuccess: (_, id) => onMine(id),
    onError: (error) => showToast(`Not picked up. ${wordsOf(error)}`, { tone: 'fault' }),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  })
}
