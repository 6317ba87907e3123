import { memo, type ReactNode, useContext, useMemo } from 'react'
import { editors } from '../../../nodes/editors.ts'
import { type NodeEditing, NodeEditingContext, type Option } from '../../../nodes/kit/node-editor.ts'
import { connectionsRoutes } from '../../../schema/api/connections.ts'
import { knowledgeRoutes } from '../../../schema/api/knowledge.ts'
import { simulateRoutes } from '../../../schema/api/simulate.ts'
import type { FlowNode } from '../../../schema/flow.ts'
import { call } from '../../api.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useBuilder, useBuilderState, useIssues } from '../builder-context.tsx'
import { renameNode, setField } from '../commands/set-field.ts'
import { addVariable } from '../commands/variables.ts'
import { editorKit } from './editor-kit.ts'
import { ForceContext } from './force-context.ts'
import { GeneratedForm } from './generated-form.tsx'
import styles from './inspector.module.css'
import { OutcomeList } from './outcome-list.tsx'

/** The form of a node: its name, its type's own panel, what is wrong with it as a whole, and where it leads. */
export const NodeForm = memo(function NodeForm({ node }: { node: FlowNode }) {
  const { store, definitions } = useBuilder()
  const issues = useIssues().filter((issue) => issue.node === node.id)
  const definition = definitions.get(node.type)
  const loose = issues.filter((issue) => !issue.field && !issue.outcome)
  const Panel = editors.get(node.type)?.Panel ?? GeneratedForm
  return (
    <div className={styles.body}>
      {loose.map((issue) => (
        <p key={issue.code + issue.message} className={styles[issue.severity]}>
          {issue.message}
        </p>
      ))}
      {node.type !== 'note' && (
        <TextField
          label="Name"
          placeholder={definition?.name}
          value={typeof node.data.name === 'string' ? node.data.name : ''}
          onChange={(name) =>
            store
              .getState()
              .act({ label: 'Rename', typing: `${node.id} name` }, (flow) => renameNode(flow, node.id, name))
          }
        />
      )}
      <NodeEditingProvider node={node}>
        <Panel />
      </NodeEditingProvider>
      <OutcomeList node={node} issues={issues} />
    </div>
  )
}, sameSettings)

/** A node that only moved has the same form. */
function sameSettings(before: { node: FlowNode }, { node }: { node: FlowNode }): boolean {
  return before.node.data === node.data && before.node.id === node.id && before.node.type === node.type
}

/** What the panel of a node works with. */
export function NodeEditingProvider({ node, children }: { node: FlowNode; children: ReactNode }) {
  const { store } = useBuilder()
  const flowId = useBuilderState((state) => state.history.present.id)
  const locales = useBuilderState((state) => state.history.present.locales)
  const variables = useBuilderState((state) => state.history.present.variables)
  const intentKeys = useBuilderState((state) => intentsOf(state.history.present.nodes))
  const issues = useIssues()
  const force = useContext(ForceContext)
  const shown = useBuilderState((state) => (state.view.active === node.id ? state.view.field : undefined))
  const intents = useMemo(() => toIntents(intentKeys), [intentKeys])
  const editing: NodeEditing = {
    node,
    locales,
    variables,
    intents,
    force,
    issues: issues.filter((issue) => issue.node === node.id),
    kit: editorKit,
    shown,
    tryOut: (words) =>
      call(simulateRoutes.tryOut, { params: { id: flowId }, body: { type: node.type, data: node.data, words } }),
    askDocuments: (question, collections) =>
      call(knowledgeRoutes.ask, { body: { question, collections: [...collections] } }),
    dryRun: (values, send) =>
      call(connectionsRoutes.dryRunNode, {
        params: { id: flowId },
        body: { type: node.type, data: node.data, variables, values, send },
      }),
    set: (field, value, typing) =>
      store
        .getState()
        .act({ label: 'Change settings', typing: typing ? `${node.id} ${field}` : undefined }, (before) =>
          setField(before, node.id, field, value),
        ),
    createVariable: (variable) =>
      store.getState().act({ label: `Add variable ${variable.name}` }, (before) => addVariable(before, variable)),
  }
  return <NodeEditingContext value={editing}>{children}</NodeEditingContext>
}

/** Ids of the intents that any node of the flow captures, one a line, so that it is cheap to compare. */
function intentsOf(nodes: readonly FlowNode[]): string {
  const found = new Set<string>()
  for (const { data } of nodes) {
    if (!Array.isArray(data.intents)) continue
    for (const intent of data.intents)
      if (typeof intent === 'object' && intent !== null && 'id' in intent) found.add(String(intent.id))
  }
  return [...found].join('\n')
}

function toIntents(keys: string): Option[] {
  return keys
    .split('\n')
    .filter(Boolean)
    .map((value) => ({ value, label: value.replace(/[_-]/g, ' ') }))
}
