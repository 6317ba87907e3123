import { type ReactNode, useState } from 'react'
import { ReactFlowProvider } from 'reactflow'
import { definitions } from '../../../nodes/definitions.ts'
import type { Flow } from '../../../schema/flow.ts'
import { BuilderContext, IssuesContext } from '../builder-context.tsx'
import { createBuilder } from '../create-builder.ts'
import { ForceContext } from '../inspector/force-context.ts'
import { useCheck } from '../problems/use-check.ts'
import { sampleFlow } from './sample-flow.ts'

const force = {
  departments: [
    { value: 'crime-desk', label: 'Crime desk' },
    { value: 'control-room', label: 'Control room' },
  ],
  connections: [{ value: 'records', label: 'Northmoor records' }],
  collections: [{ value: 'property', label: 'Lost property' }],
  flows: [{ value: 'lost-property', label: 'Lost property' }],
}

/** An open document without a server, for stories. */
export function WithBuilder({
  flow = sampleFlow,
  chosen,
  children,
}: {
  flow?: Flow
  chosen?: string
  children: ReactNode
}) {
  const [builder] = useState(() => {
    const made = createBuilder(
      { flow, base: flow, revision: 1, savedAt: '2026-11-21T14:32:00Z', live: 14, changed: true },
      definitions,
    )
    if (chosen !== undefined) made.store.getState().focus(chosen)
    return made
  })
  const issues = useCheck(builder)
  return (
    <BuilderContext value={builder}>
      <IssuesContext value={issues}>
        <ForceContext value={force}>
          <ReactFlowProvider>{children}</ReactFlowProvider>
        </ForceContext>
      </IssuesContext>
    </BuilderContext>
  )
}
