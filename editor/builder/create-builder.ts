import type { Flow } from '../../schema/flow.ts'
import type { FlowContext, NodeDefinitions } from '../../schema/node-definition.ts'
import type { Builder } from './builder-context.tsx'
import { createSceneMaker, type Scene } from './canvas/scene.ts'
import { createActions } from './store/actions.ts'
import { createBuilderStore, type OpenDraft } from './store/builder-store.ts'

/** Everything that the parts of the builder share for one open document. It talks to no server: `startAutosave` does. */
export function createBuilder(
  draft: OpenDraft,
  definitions: NodeDefinitions,
  endsOf: FlowContext['endsOf'] = () => undefined,
): Builder {
  const store = createBuilderStore(draft)
  const contextOf = (flow: Flow): FlowContext => ({ flow, endsOf })
  const makeScene = createSceneMaker(definitions, contextOf)
  let current: Scene | undefined
  const scene = () => {
    const flow = store.getState().history.present
    if (current?.flow !== flow) current = makeScene(flow)
    return current
  }
  return { store, definitions, actions: createActions(store, definitions, scene), contextOf, scene, makeScene }
}
