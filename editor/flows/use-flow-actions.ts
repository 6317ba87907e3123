import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FlowSummary, flowsRoutes } from '../../schema/api/flows.ts'
import { call, wordsOf } from '../api.ts'
import { showToast } from '../ui/toast.tsx'
import { flowsQuery } from './flow-queries.ts'

/** What can be done with a flow from its row. */
export function useFlowActions(flow: FlowSummary) {
  const queries = useQueryClient()
  const read = () => queries.invalidateQueries({ queryKey: flowsQuery.queryKey })
  const failed = (what: string) => (error: Error) => showToast(`${what} ${wordsOf(error)}`, { tone: 'fault' })
  const fetchDocument = () => call(flowsRoutes.export, { params: { id: flow.id } })

  const save = useMutation({
    mutationFn: fetchDocument,
    onSuccess: ({ document: text }) => download(`${flow.id}.json`, text),
    onError: failed('Not exported.'),
  })
  const duplicate = useMutation({
    mutationFn: async () => {
      const { document: text } = await fetchDocument()
      return call(flowsRoutes.create, { body: { name: `${flow.name} (copy)`, document: text } })
    },
    onSuccess: () => showToast(`“${flow.name}” is copied`),
    onError: failed('Not copied.'),
    onSettled: read,
  })
  const putAway = useMutation({
    // A flow that was never published has only its draft: with that in hand it can be brought back whole.
    mutationFn: async () => {
      const kept = flow.live === null ? await fetchDocument() : undefined
      await call(flowsRoutes.remove, { params: { id: flow.id } })
      return kept?.document
    },
    onSuccess: (text) => {
      const undo = text === undefined ? undefined : () => bringBack.mutate(text)
      showToast(`“${flow.name}” is put away`, { undo })
    },
    onError: failed('Not put away.'),
    onSettled: read,
  })
  const bringBack = useMutation({
    mutationFn: (text: string) => call(flowsRoutes.create, { body: { name: flow.name, document: text } }),
    onSuccess: () => showToast(`“${flow.name}” is back`),
    onError: failed('Not brought back.'),
    onSettled: read,
  })
  return { save, duplicate, putAway }
}

function download(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1_000)
}
