import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Flow } from '../../../schema/flow.ts'
import type { Layers } from '../canvas/marks.ts'
import type { Lit } from '../simulator/lit.ts'
import { type History, record, redo, startHistory, undo } from './history.ts'
import type { SaveState } from './save-state.ts'

/** A short message at the foot of the canvas, with a way back. */
export interface Notice {
  id: number
  text: string
  undo?: boolean
}

/** What an edit is called, and which field is being typed in. */
export interface Edit {
  label: string
  typing?: string
  /** Shows the label as a toast with Undo. */
  toast?: boolean
}

/** Where the eye is: never part of the document. */
export interface View {
  nodes: readonly string[]
  edges: readonly string[]
  /** The node that the keys of the canvas act on. */
  active: string | undefined
  /** The field that the inspector brings into view, for example after a press on a problem. */
  field: string | undefined
}

export interface BuilderState {
  history: History
  view: View
  save: SaveState
  /** The revision on the server that this draft goes back to, and what it held. */
  revision: number
  base: Flow
  live: number | null
  /** The saved draft differs from the live version. */
  changed: boolean
  notice: Notice | undefined
  /** A whole flow document that was dropped or pasted: the import dialog takes it. */
  offered: string | undefined
  /** What a simulation lights on the canvas, while one is open. */
  lit: Lit | undefined
  /** What else is drawn over the flow: coverage, a failed test, traffic, people. */
  layers: Layers
  /** Names of the ends of the flows that this one calls, by their ids, as far as they are known. */
  calls: ReadonlyMap<string, readonly string[]>
  act(edit: Edit, command: (flow: Flow) => Flow): void
  undo(): void
  redo(): void
  select(nodes: readonly string[], edges?: readonly string[]): void
  focus(node: string | undefined, field?: string): void
  say(text: string): void
  dismiss(): void
  draw(layers: Layers): void
  offer(document: string | undefined): void
}

export type BuilderStore = StoreApi<BuilderState>

/** What is known when a draft is opened. */
export interface OpenDraft {
  flow: Flow
  base: Flow
  revision: number
  savedAt: string
  live: number | null
  changed: boolean
}

/** One store for each open document, handed down by context. */
export function createBuilderStore(draft: OpenDraft): BuilderStore {
  let notices = 0
  return createStore<BuilderState>()((set, get) => {
    const show = (text: string, undoable: boolean): Notice => ({ id: ++notices, text, undo: undoable })
    const go = (history: History) => set({ history, view: prune(get().view, history.present), notice: undefined })
    return {
      history: startHistory(draft.flow),
      view: { nodes: [], edges: [], active: undefined, field: undefined },
      save: { kind: 'saved', at: draft.savedAt },
      revision: draft.revision,
      base: draft.base,
      live: draft.live,
      changed: draft.changed,
      notice: undefined,
      offered: undefined,
      lit: undefined,
      layers: {},
      calls: new Map(),
      act(edit, command) {
        const history = record(get().history, command(get().history.present), edit.label, edit.typing)
        if (history === get().history) return
        const view = edit.typing === undefined ? prune(get().view, history.present) : get().view
        set({ history, view, ...(edit.toast ? { notice: show(edit.label, true) } : {}) })
      },
      undo: () => go(undo(get().history)),
      redo: () => go(redo(get().history)),
      select(nodes, edges = []) {
        const { view } = get()
        if (sameList(view.nodes, nodes) && sameList(view.edges, edges)) return
        set({ view: { nodes, edges, active: nodes.at(-1) ?? view.active, field: undefined } })
      },
      focus(node, field) {
        set({ view: { nodes: node === undefined ? [] : [node], edges: [], active: node, field } })
      },
      say: (text) => set({ notice: show(text, false) }),
      dismiss: () => set({ notice: undefined }),
      offer: (offered) => set({ offered }),
      draw: (layers) => set({ layers: { ...get().layers, ...layers } }),
    }
  })
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}

/** The view without what the flow no longer holds. */
function prune(view: View, flow: Flow): View {
  const nodes = new Set(flow.nodes.map((node) => node.id))
  const edges = new Set(flow.edges.map((edge) => edge.id))
  const keptNodes = view.nodes.filter((id) => nodes.has(id))
  const keptEdges = view.edges.filter((id) => edges.has(id))
  const active = view.active !== undefined && nodes.has(view.active) ? view.active : undefined
  if (keptNodes.length === view.nodes.length && keptEdges.length === view.edges.length && active === view.active)
    return view
  return { ...view, nodes: keptNodes, edges: keptEdges, active }
}
