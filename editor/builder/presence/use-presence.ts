import { useEffect, useState } from 'react'
import { flowsRoutes } from '../../../schema/api/flows.ts'
import { FlowPresence, presenceRoutes } from '../../../schema/api/presence.ts'
import { addressOf, call } from '../../api.ts'
import type { Person } from '../canvas/marks.ts'
import type { Autosave } from '../store/autosave.ts'
import type { BuilderStore } from '../store/builder-store.ts'
import type { PresenceStore } from './presence-store.ts'

/** Milliseconds that the selection rests before others are told. */
const rest = 250

/**
 * Tells the others which node this page is on, and shows where they are. What they save comes in at once, so that two
 * designers see one flow; without the stream everything else goes on, and the next save finds out.
 */
export function usePresence(
  flowId: string,
  open: { store: BuilderStore; autosave: Autosave } | undefined,
  presence: PresenceStore,
): void {
  const [client] = useState(() => crypto.randomUUID())
  useEffect(() => {
    if (!open) return
    const { store, autosave } = open
    const params = { id: flowId }
    const source = new EventSource(addressOf(presenceRoutes.stream, params, { client }))
    let told: string | null | undefined
    let soon: ReturnType<typeof setTimeout> | undefined

    const tell = () => {
      clearTimeout(soon)
      soon = setTimeout(() => {
        const { nodes } = store.getState().view
        const node = (nodes.length === 1 && nodes[0]) || null
        if (node === told || source.readyState !== EventSource.OPEN) return
        told = node
        call(presenceRoutes.move, { params, body: { client, node } }).catch(() => {
          told = undefined
        })
      }, rest)
    }
    source.onopen = () => {
      told = null
      tell()
    }
    source.onmessage = ({ data }) => {
      const frame = FlowPresence.safeParse(JSON.parse(String(data)))
      if (!frame.success) return
      const { people, revision } = frame.data
      const others = people.filter((person) => person.client !== client)
      presence.setState({ others })
      store.getState().draw({ people: byNode(others) })
      void autosave.catchUp(revision, () => call(flowsRoutes.get, { params })).catch(() => {})
    }
    source.onerror = () => {
      presence.setState({ others: [] })
      store.getState().draw({ people: undefined })
    }
    const unsubscribe = store.subscribe((state, before) => {
      if (state.view.nodes !== before.view.nodes) tell()
    })
    return () => {
      clearTimeout(soon)
      unsubscribe()
      source.close()
    }
  }, [flowId, open, client, presence])
}

/** People by the node they are on. */
export function byNode(people: FlowPresence['people']): ReadonlyMap<string, readonly Person[]> {
  const found = new Map<string, Person[]>()
  for (const { client, name, node } of people)
    if (node !== null) found.set(node, [...(found.get(node) ?? []), { id: client, name }])
  return found
}
