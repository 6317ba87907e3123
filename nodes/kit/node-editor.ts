import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { TriedRequest } from '../../schema/api/connections.ts'
import type { Tried } from '../../schema/api/knowledge.ts'
import type { FlowNode, Variable } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import type { TryOut } from '../../schema/try-out.ts'

/** A hand-made settings panel. `Panel` reads and writes through `useNodeEditing`, field by field. */
export interface NodeEditor {
  type: string
  Panel: ComponentType
}

export type NodeEditors = ReadonlyMap<string, NodeEditor>

/** What every control of a panel takes. */
export interface ControlProps {
  label: string
  hideLabel?: boolean
  help?: ReactNode
  /** What is wrong, and how to put it right. */
  error?: string
  optional?: boolean
}
interface TextProps extends ControlProps {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  mono?: boolean
  onFocus?: () => void
}
export interface ExpressionFieldProps extends TextProps {
  variables: readonly Variable[]
  /** Result types that the place accepts. */
  expected?: readonly string[] | undefined
}
export interface Option {
  value: string
  label: string
  help?: string
}

/** The controls that panels are built from. Nodes may not import the editor: it hands them its own. */
export interface NodeEditorKit {
  TextField: ComponentType<TextProps>
  TextArea: ComponentType<TextProps & { rows?: number }>
  /** An expression, with completion of the flow's variables where the code editor can be loaded. */
  ExpressionField: ComponentType<ExpressionFieldProps>
  NumberField: ComponentType<
    ControlProps & {
      value: number
      onChange: (value: number) => void
      minValue?: number
      maxValue?: number
      step?: number
      unit?: string
    }
  >
  SelectField: ComponentType<
    ControlProps & {
      options: readonly Option[]
      value: string | null
      onChange: (value: string) => void
      placeholder?: string
    }
  >
  CheckboxField: ComponentType<{
    label: ReactNode
    help?: string
    isSelected: boolean
    onChange: (value: boolean) => void
  }>
  Button: ComponentType<{
    children?: ReactNode
    size?: 's' | 'm'
    variant?: 'primary' | 'default' | 'quiet'
    icon?: ReactNode
    onPress: () => void
    isDisabled?: boolean
  }>
  /** A call that was shown or made. */
  TriedRequestView: ComponentType<{ tried: TriedRequest }>
  /** An answer from documents that was tried. */
  TriedAnswerView: ComponentType<{ tried: Tried }>
  IconButton: ComponentType<{
    label: string
    icon: ReactNode
    size?: 's' | 'm'
    onPress: () => void
    isDisabled?: boolean
  }>
}

/** Things of the force that settings may name, by id. */
export interface ForceOptions {
  departments: readonly Option[]
  connections: readonly Option[]
  collections: readonly Option[]
  flows: readonly Option[]
}

/** One node that is being edited, and what its panel may do. */
export interface NodeEditing {
  node: FlowNode
  locales: readonly string[]
  variables: readonly Variable[]
  /** Intents of the flow, for rules that ask for them. */
  intents: readonly Option[]
  force: ForceOptions
  issues: readonly FlowIssue[]
  kit: NodeEditorKit
  /** Changes one setting; `undefined` takes it away. With `typing`, more of it joins the same undo step. */
  set(field: string, value: unknown, typing?: boolean): void
  /** Makes a variable that the flow did not have. */
  createVariable(variable: Variable): void
  /** Asks the server which way words would lead, with the settings as they are; missing where there is no server. */
  tryOut?: ((words: string) => Promise<TryOut>) | undefined
  /** Asks the approved documents of these collections, or of every open one; missing where there is no server. */
  askDocuments?: ((question: string, collections: readonly string[]) => Promise<Tried>) | undefined
  /** Shows the call that the node would make with these values as they are typed, and with `send` makes it once. */
  dryRun?: ((values: Record<string, string>, send: boolean) => Promise<TriedRequest>) | undefined
  /** The path of the field that should be brought into view, for example after a press on a problem. */
  shown: string | undefined
}

export const NodeEditingContext = createContext<NodeEditing | undefined>(undefined)

export function useNodeEditing(): NodeEditing {
  const editing = useContext(NodeEditingContext)
  if (!editing) throw new Error('A panel of a node has to stand inside <NodeEditingContext>.')
  return editing
}
