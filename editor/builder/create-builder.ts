import type { Flow } from '../../schema/flow.ts'
import type { FlowContext, NodeDefinitions } from '../../schema/node-definition.ts'
import type { Builder } from './builder-context.tsx'
import { createSceneMaker } from './canvas/make-scene.ts'
import type { Scene } from './canvas/scene.ts'
import { createActions } from './store/actions.ts'
import { createBuilderStore, type OpenDraft } from './store/builder-store.ts'

/** Everything that the parts of the builder share for one open document. It talks to no server: `startAutosave` does. */
export function createBuilder(draft: OpenDraft, definitions: NodeDefinitions): Builder {
  const store = createBuilderStore(draft)
  const contextOf = (flow: Flow): FlowContext => ({ flow, endsOf: (id) => store.getState().calls.get(id) })
  const makeScene = createSceneMaker(definitions, contextOf)
  let current: { scene: Scene; calls: unknown } | undefined
  const scene = () => {
    const { history, calls } = store.getState()
    if (current?.scene.flow !== history.present || current.calls !== calls)
      current = { scene: makeScene(history.present), calls }
    return current.scene
  }
  return { store, definitions, actions: createActions(store, definitions, scene), contextOf, scene, makeScene }
}
