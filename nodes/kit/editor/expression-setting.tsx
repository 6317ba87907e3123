import { CircleCheck } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { parseExpression, plainType } from '../../../schema/expression.ts'
import { useNodeEditing } from '../node-editor.ts'
import styles from './fields.module.css'
import { toText, useField } from './use-field.ts'
import { InsertVariable } from './variable-setting.tsx'

interface ExpressionSettingProps {
  field: string
  label: string
  help?: ReactNode
  optional?: boolean
  hideLabel?: boolean
  /** Types that the place accepts, as `parseExpression` names them. */
  expected?: readonly string[]
  placeholder?: string
}

/** An expression, checked against the flow's variables with every letter. */
export function ExpressionSetting({
  field,
  label,
  help,
  optional,
  hideLabel,
  expected,
  placeholder,
}: ExpressionSettingProps) {
  const { kit, variables } = useNodeEditing()
  const { value, set, error, ref } = useField(field)
  const source = toText(value)
  const parsed = useMemo(() => parseExpression(source, variables, expected), [source, variables, expected])
  const fault = source === '' && optional ? undefined : parsed.ok ? error : parsed.fault.message
  const write = (next: string) => set(next === '' && optional ? undefined : next, true)
  return (
    <div ref={ref} className={styles.words}>
      <kit.ExpressionField
        label={label}
        hideLabel={hideLabel}
        help={help}
        optional={optional}
        error={fault}
        variables={variables}
        expected={expected}
        placeholder={placeholder}
        value={source}
        onChange={write}
      />
      {parsed.ok && (
        <p className={styles.result}>
          <CircleCheck size={14} aria-hidden="true" /> Gives {plainType(parsed.expression.type)}
          {parsed.expression.reads.length > 0 && `, from ${parsed.expression.reads.join(', ')}`}
        </p>
      )}
      <InsertVariable onInsert={(name) => write(source === '' ? name : `${source} ${name}`)} />
    </div>
  )
}
