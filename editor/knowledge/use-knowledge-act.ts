import { useMutation, useQueryClient } from '@tanstack/react-query'
import { wordsOf } from '../api.ts'
import { showToast } from '../ui/toast.tsx'
import { knowledgeKey } from './knowledge-queries.ts'

interface KnowledgeAct<Sent, Given> {
  act: (sent: Sent) => Promise<Given>
  /** What is shown when the server has done it; nothing where the page shows it itself. */
  done?: (given: Given, sent: Sent) => string
  onDone?: (given: Given) => void
}

/** Something done to documents, shown only after the server has done it. */
export function useKnowledgeAct<Sent = void, Given = unknown>({ act, done, onDone }: KnowledgeAct<Sent, Given>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async (given, sent) => {
      await queries.invalidateQueries({ queryKey: knowledgeKey })
      const words = done?.(given, sent)
      if (words) showToast(words)
      onDone?.(given)
    },
    onError: (error) => showToast(`Not done. ${wordsOf(error)}`, { tone: 'fault' }),
  })
}
