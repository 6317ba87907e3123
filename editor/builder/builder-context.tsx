import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Flow } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import type { FlowContext, NodeDefinitions } from '../../schema/node-definition.ts'
import type { Places, Scene } from './canvas/scene.ts'
import type { Actions } from './store/actions.ts'
import type { BuilderState, BuilderStore } from './store/builder-store.ts'

/** What every part of the builder works with. One for each open document. */
export interface Builder {
  store: BuilderStore
  definitions: NodeDefinitions
  actions: Actions
  /** Knows the other flows of the force, as far as they can be called. */
  contextOf: (flow: Flow) => FlowContext
  /** The document as it is drawn now. */
  scene: () => Scene
  makeScene: (flow: Flow, moving?: Places) => Scene
}

export const BuilderContext = createContext<Builder | undefined>(undefined)
export const IssuesContext = createContext<readonly FlowIssue[]>([])

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext)
  if (!builder) throw new Error('This part of the builder stands outside <BuilderContext>.')
  return builder
}

/** A part of the open document's state. */
export function useBuilderState<Part>(select: (state: BuilderState) => Part): Part {
  return useStore(useBuilder().store, select)
}

/** The document as it is now. */
export function useFlow(): Flow {
  return useBuilderState((state) => state.history.present)
}

/** Everything that is wrong with the document, worked out shortly after each edit. */
export function useIssues(): readonly FlowIssue[] {
  return useContext(IssuesContext)
}
