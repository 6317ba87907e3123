import { z } from 'zod'
import { parseExpression } from '../../schema/expression.ts'
import { type Flow, VariableName } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import { defineNode, findVariable } from '../../schema/node-definition.ts'
import { resultTypes } from '../kit/variable-types.ts'

const Assignment = z.object({
  variable: VariableName,
  /** An expression; what stands above it in the list is set already. */
  value: z.string().max(2_000),
})

const Data = z.object({ name: z.string().optional(), assignments: z.array(Assignment).max(50) })
export type SetVariablesData = z.infer<typeof Data>

/** Which of these fits depends on the variable: `check` says so. */
const expected = [...new Set(Object.values(resultTypes).flat())]

export const definition = defineNode<SetVariablesData>({
  type: 'set-variables',
  version: 1,
  name: 'Set variables',
  description: 'Works out values and remembers them.',
  category: 'decide',
  icon: 'variable',
  data: Data,
  initial: () => ({ assignments: [] }),
  outcomes: () => [{ id: 'next', label: 'Next' }],
  summary: (data) =>
    data.assignments.map(({ variable, value }) => `${variable} = ${value}`).join(', ') || 'Sets nothing yet',
  rests: {},
  expressions: (data) =>
    data.assignments.map(({ value }, index) => ({ field: `assignments.${index}.value`, source: value, expected })),
  writes: (data) =>
    data.assignments.map(({ variable }, index) => ({ field: `assignments.${index}.variable`, variable })),
  check: (data, { flow }) => data.assignments.flatMap((assignment, index) => checkAssignment(assignment, index, flow)),
  migrations: {},
})

function checkAssignment(
  { variable: name, value }: SetVariablesData['assignments'][number],
  index: number,
  flow: Flow,
): Omit<FlowIssue, 'node'>[] {
  const variable = findVariable(flow, name)
  if (!variable || !parseExpression(value, flow.variables, expected).ok) return []
  const parsed = parseExpression(value, flow.variables, resultTypes[variable.type])
  if (parsed.ok) return []
  const message = `“${name}” cannot keep this. ${parsed.fault.message}`
  return [{ code: 'wrong-variable-type', severity: 'fault', field: `assignments.${index}.value`, message }]
}
