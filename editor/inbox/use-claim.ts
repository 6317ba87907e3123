import { useMutation, useQueryClient } from '@tanstack/react-query'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { showToast } from '../ui/toast.tsx'
import { focusTile } from './focus-tile.ts'
import { showTile } from './use-tiles.ts'

/** Picks a contact up. Confirmed: it is mine when the server says so, and it says so to one person only. */
export function useClaim() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(inboxRoutes.claim, { params: { id } }),
    onSuccess: (_, id) => {
      showTile(id)
      focusTile()
    },
    onError: (error) => showToast(`Not picked up. ${wordsOf(error)}`, { tone: 'fault' }),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  })
}
