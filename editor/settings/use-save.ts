import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { showToast } from '../ui/toast.tsx'

interface Saving<T> {
  /** What is read again when it is saved. */
  queryKey: readonly unknown[]
  /** What is said of it then. */
  said: (saved: T) => string
  onDone: () => void
}

/** Sends a form. When it is taken, what shows it is read again, a toast says so, and the form goes. */
export function useSave<T>(
  send: () => Promise<T>,
  { queryKey, said, onDone }: Saving<T>,
): UseMutationResult<T, Error, void> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey })
      showToast(said(saved))
      onDone()
    },
  })
}
