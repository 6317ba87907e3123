import type { ForceOptions } from '../../../nodes/kit/node-editor.ts'
import type { Flow } from '../../../schema/flow.ts'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import type { NodeDefinitions } from '../../../schema/node-definition.ts'
import { leadKey, type Scene } from '../canvas/scene.ts'
import { addNode, makeNode } from '../commands/add-node.ts'
import { canBeEntered, connect } from '../commands/connect.ts'
import { deleteItems } from '../commands/delete-items.ts'
import { snap } from '../commands/move-nodes.ts'
import { newNodeId } from '../commands/new-id.ts'
import { setField } from '../commands/set-field.ts'
import { addVariable, removeVariable } from '../commands/variables.ts'

/** One remedy: what the button says, what undo calls it, and the edit. It is right as it stands, or a good beginning. */
export interface Fix {
  words: string
  label: string
  apply: (flow: Flow) => Flow
  /** It takes something away: a toast offers the way back. */
  takes?: boolean
}

interface Surroundings {
  scene: Scene
  definitions: NodeDefinitions
  force: ForceOptions
}

/** The remedies of a problem, the best first. None where only a person knows. */
export function findFixes(issue: FlowIssue, { scene, definitions, force }: Surroundings): Fix[] {
  const { code, node, edge, variable, outcome, field } = issue
  switch (code) {
    case 'no-start':
      return [addOf('start', 'Add a start', definitions, { x: 0, y: 0 })].filter(isFix)
    case 'unconnected-outcome':
    case 'no-failure-path':
      return node && outcome
        ? wayOn(node, outcome, code === 'no-failure-path' || isDanger(node, outcome, scene), scene, definitions)
        : []
    case 'loose-edge':
    case 'unknown-outcome':
    case 'second-edge':
    case 'wrong-target':
      return edge
        ? [take('Remove the connection', 'Removed a connection', (flow) => deleteItems(flow, [], [edge]))]
        : []
    case 'second-start':
    case 'unreachable':
      return node ? [take('Delete it', `Deleted ${titleOf(scene, node)}`, (flow) => deleteItems(flow, [node]))] : []
    case 'unknown-variable':
    case 'invalid-template':
    case 'invalid-expression':
      return variable
        ? [
            {
              words: `Create ${variable}`,
              label: `Add variable ${variable}`,
              apply: (flow) => addVariable(flow, { name: variable, type: 'text' }),
            },
          ]
        : []
    case 'unused-variable':
      return variable ? [take('Remove it', `Removed ${variable}`, (flow) => removeVariable(flow, variable))] : []
    case 'no-connection':
      return node ? onlyOne(force.connections, (value, label) => setTo(node, 'connection', value, `Use ${label}`)) : []
    case 'no-department':
      return node && field
        ? onlyOne(force.departments, (value, label) => setTo(node, field, value, `Send to ${label}`))
        : []
    case 'answer-not-kept':
      return node && field ? [keepAnswer(node, field)] : []
    case 'asks-nothing':
      return node ? [setTo(node, 'csat', true, 'Ask how satisfied they are')] : []
    default:
      return []
  }
}

/** What a safety check found: every way out of it but the first, which is the safe one. */
function isDanger(node: string, outcome: string, scene: Scene): boolean {
  const card = scene.cards.get(node)
  return card?.category === 'safety' && card.outcomes[0]?.id !== outcome
}

/** Ways on for an outcome: to a person for a failure and for danger, else to where its neighbours lead, or to the next card. */
function wayOn(node: string, outcome: string, toPerson: boolean, scene: Scene, definitions: NodeDefinitions): Fix[] {
  const fixes: Fix[] = []
  const target = likelyTarget(node, toPerson, scene, definitions)
  if (target !== undefined)
    fixes.push({
      words: `Connect to ${titleOf(scene, target)}`,
      label: `Connect to ${titleOf(scene, target)}`,
      apply: (flow) => connect(flow, node, outcome, target),
    })
  const box = scene.boxes.get(node)
  const person =
    toPerson &&
    box &&
    addOf(
      'handover',
      'Add a handover',
      definitions,
      { x: box.x + box.width + 56, y: box.y + box.height + 24 },
      { node, outcome },
    )
  if (person) fixes.push(person)
  return fixes
}

function likelyTarget(node: string, toPerson: boolean, scene: Scene, definitions: NodeDefinitions): string | undefined {
  const from = scene.boxes.get(node)
  const card = scene.cards.get(node)
  if (!from || !card) return undefined
  const typeOf = new Map(scene.flow.nodes.map(({ id, type }) => [id, type]))
  const distance = (id: string) => {
    const box = scene.boxes.get(id)
    // What stands behind it is rarely the way on.
    return box
      ? Math.abs(box.x - from.x) + Math.abs(box.y - from.y) + (box.x < from.x ? 5_000 : 0)
      : Number.POSITIVE_INFINITY
  }
  const possible = scene.flow.nodes
    .filter(({ id, type }) => id !== node && canBeEntered(type))
    .map(({ id }) => id)
    .sort((a, b) => distance(a) - distance(b))
  if (toPerson) {
    const person = possible.find((id) => definitions.get(typeOf.get(id) ?? '')?.type === 'handover')
    if (person !== undefined) return person
  }
  const beside = card.outcomes
    .map(({ id }) => scene.leads.get(leadKey(node, id))?.target)
    .filter((id): id is string => id !== undefined)
  // The last of its other ways out is the most careful one: "None of these", "Closed", "Gave up".
  return beside.at(-1) ?? possible.find((id) => !scene.incoming.has(id)) ?? possible[0]
}

function addOf(
  type: string,
  words: string,
  definitions: NodeDefinitions,
  at: { x: number; y: number },
  from?: { node: string; outcome: string },
): Fix | undefined {
  const definition = definitions.get(type)
  if (!definition) return undefined
  return {
    words,
    label: `Add ${definition.name}`,
    apply: (flow) => {
      const node = makeNode(flow, definition, { x: snap(at.x), y: snap(at.y) }, newNodeId(flow, type))
      const added = addNode(flow, node)
      return from ? connect(added, from.node, from.outcome, node.id) : added
    },
  }
}

function keepAnswer(node: string, field: string): Fix {
  return {
    words: 'Keep it',
    label: 'Keep the answer in a variable',
    apply: (flow) => {
      const taken = new Set(flow.variables.map(({ name }) => name))
      const stem =
        node
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '_')
          .replace(/^[^a-z]+|_+$/g, '') || 'answer'
      let name = stem
      for (let number = 2; taken.has(name); number++) name = `${stem}_${number}`
      return setField(addVariable(flow, { name, type: 'text' }), node, field, name)
    },
  }
}

function onlyOne(
  options: readonly { value: string; label: string }[],
  fix: (value: string, label: string) => Fix,
): Fix[] {
  const [only] = options
  return options.length === 1 && only ? [fix(only.value, only.label)] : []
}

function setTo(node: string, field: string, value: unknown, words: string): Fix {
  return { words, label: words, apply: (flow) => setField(flow, node, field, value) }
}

function take(words: string, label: string, apply: Fix['apply']): Fix {
  return { words, label, apply, takes: true }
}

function titleOf(scene: Scene, node: string): string {
  return scene.cards.get(node)?.title ?? node
}

function isFix(fix: Fix | undefined): fix is Fix {
  return fix !== undefined
}
