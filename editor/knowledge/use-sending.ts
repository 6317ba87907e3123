import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { callWithFile } from '../api.ts'
import { showToast } from '../ui/toast.tsx'
import { knowledgeKey } from './knowledge-queries.ts'
import { createSending, type Sending } from './sending.ts'

/** One for the whole app: files go on being sent while another page is open. */
const known = new WeakMap<QueryClient, Sending>()

function sendingOf(queries: QueryClient): Sending {
  const before = known.get(queries)
  if (before) return before
  const sending = createSending(
    (file, to, onSent) => callWithFile(knowledgeRoutes.upload, { ...to, name: file.name }, file, onSent),
    (name) => {
      showToast(`“${name}” is being read`)
      void queries.invalidateQueries({ queryKey: knowledgeKey })
    },
  )
  known.set(queries, sending)
  return sending
}

export function useSending() {
  const sending = sendingOf(useQueryClient())
  return { ...sending, files: useSyncExternalStore(sending.subscribe, sending.files) }
}
