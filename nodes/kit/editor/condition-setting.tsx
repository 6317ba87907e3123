import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Variable } from '../../../schema/flow.ts'
import { useNodeEditing } from '../node-editor.ts'
import styles from './condition.module.css'
import { ExpressionSetting } from './expression-setting.tsx'
import { needsValue, type Rule, type RuleTest, testsFor, testWords } from './rule.ts'
import { isGroup, type RuleGroup, type RuleItem, readGroup, writeGroup } from './rule-group.ts'
import { toText, useField } from './use-field.ts'

interface ConditionSettingProps {
  field: string
  label: string
  help?: string
  /** Left out, it always holds. */
  optional?: boolean
}

/**
 * A condition as rules that read like sentences, or as the expression that they stand for. Either can be changed; what is
 * too rich for rules stays an expression.
 */
export function ConditionSetting({ field, label, help, optional }: ConditionSettingProps) {
  const { variables } = useNodeEditing()
  const { value, set, error, ref } = useField(field)
  const source = toText(value)
  const group = source === '' ? { mode: 'all' as const, items: [] } : readGroup(source)
  const [wanted, setWanted] = useState<'rules' | 'expression'>('rules')
  const shown = group && variables.length > 0 ? wanted : 'expression'
  const write = (next: RuleGroup, typing = false) => {
    const text = writeGroup(next, variables)
    set(text === '' && optional ? undefined : text, typing)
  }
  return (
    <div className={styles.condition} ref={ref}>
      <div className={styles.head}>
        <span>{label}</span>
        {variables.length > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: two buttons that switch a view are no fieldset
          <div role="group" aria-label={`How to write: ${label}`} className={styles.modes}>
            <button
              type="button"
              aria-pressed={shown === 'rules'}
              disabled={!group}
              title={group ? undefined : 'This expression is too rich for rules.'}
              onClick={() => setWanted('rules')}
            >
              Rules
            </button>
            <button type="button" aria-pressed={shown === 'expression'} onClick={() => setWanted('expression')}>
              Expression
            </button>
          </div>
        )}
      </div>
      {shown === 'expression' || !group ? (
        <>
          <ExpressionSetting
            field={field}
            label={label}
            hideLabel
            expected={['bool']}
            optional={optional}
            help={help}
            placeholder={'known("report_number") && size(report_number) > 5'}
          />
          {!group && <p className={styles.note}>It is too rich for rules: change it here.</p>}
        </>
      ) : (
        <>
          {help && <p className={styles.note}>{help}</p>}
          <Rules group={group} label={label} onChange={write} />
          {group.items.length === 0 && (
            <p className={styles.note}>{optional ? 'Without a rule it is always so.' : 'There is no rule yet.'}</p>
          )}
          {error && group.items.length > 0 && <p className={styles.error}>{error}</p>}
        </>
      )}
    </div>
  )
}

interface RulesProps {
  group: RuleGroup
  label: string
  onChange: (group: RuleGroup, typing?: boolean) => void
  /** It stands in another group. */
  inner?: boolean
}

function Rules({ group, label, onChange, inner }: RulesProps) {
  const { kit, variables } = useNodeEditing()
  const [first] = variables
  const replace = (index: number, item: RuleItem, typing = false) =>
    onChange({ ...group, items: group.items.map((each, at) => (at === index ? item : each)) }, typing)
  const remove = (index: number) => onChange({ ...group, items: group.items.filter((_, at) => at !== index) })
  const fresh = (): Rule => ({ variable: first?.name ?? '', test: testsFor(first)[0] ?? 'known', value: '' })
  return (
    <div className={inner ? styles.inner : styles.rules}>
      {group.items.length > 1 && (
        <kit.SelectField
          label={`Which of the rules: ${label}`}
          hideLabel
          options={[
            { value: 'all', label: 'All of these hold' },
            { value: 'any', label: 'Any of these holds' },
          ]}
          value={group.mode}
          onChange={(mode) => onChange({ ...group, mode: mode === 'any' ? 'any' : 'all' })}
        />
      )}
      {group.items.map((item, index) =>
        isGroup(item) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
          <div key={index} className={styles.nested}>
            <Rules
              group={item}
              label={`group ${index + 1} of ${label}`}
              inner
              onChange={(next, typing) =>
                next.items.length === 0
                  ? remove(index)
                  : replace(index, next.items.length === 1 && next.items[0] ? next.items[0] : next, typing)
              }
            />
          </div>
        ) : (
          <RuleRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
            key={index}
            rule={item}
            name={`rule ${index + 1} of ${label}`}
            onChange={(rule, typing) => replace(index, rule, typing)}
            onRemove={() => remove(index)}
          />
        ),
      )}
      <div className={styles.tools}>
        <kit.Button
          size="s"
          variant="quiet"
          icon={<Plus size={14} aria-hidden="true" />}
          onPress={() => onChange({ ...group, items: [...group.items, fresh()] })}
        >
          Add a rule
        </kit.Button>
        {!inner && group.items.length > 0 && (
          <kit.Button
            size="s"
            variant="quiet"
            icon={<Plus size={14} aria-hidden="true" />}
            onPress={() =>
              onChange({
                ...group,
                items: [...group.items, { mode: group.mode === 'all' ? 'any' : 'all', items: [fresh(), fresh()] }],
              })
            }
          >
            Add a group
          </kit.Button>
        )}
      </div>
    </div>
  )
}

interface RuleRowProps {
  rule: Rule
  name: string
  onChange: (rule: Rule, typing?: boolean) => void
  onRemove: () => void
}

function RuleRow({ rule, name, onChange, onRemove }: RuleRowProps) {
  const { kit, variables } = useNodeEditing()
  const variable = variables.find((each) => each.name === rule.variable)
  const tests = testsFor(variable)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would add a frame for a row
    <div role="group" aria-label={name} className={styles.row}>
      <div className={styles.first}>
        <kit.SelectField
          label={`Variable of ${name}`}
          hideLabel
          options={[
            ...variables.map(toOption),
            ...(variable ? [] : [{ value: rule.variable, label: `${rule.variable} (missing)` }]),
          ]}
          value={rule.variable}
          onChange={(next) => {
            const chosen = variables.find((each) => each.name === next)
            const possible = testsFor(chosen)
            onChange({
              ...rule,
              variable: next,
              test: possible.includes(rule.test) ? rule.test : (possible[0] ?? 'known'),
            })
          }}
        />
        <kit.IconButton
          size="s"
          label={`Remove ${name}`}
          icon={<X size={14} aria-hidden="true" />}
          onPress={onRemove}
        />
      </div>
      <kit.SelectField
        label={`Comparison of ${name}`}
        hideLabel
        options={tests.map((test) => ({ value: test, label: testWords[test] }))}
        value={rule.test}
        onChange={(next) => {
          const test = tests.find((each): each is RuleTest => each === next)
          if (test) onChange({ ...rule, test })
        }}
      />
      {needsValue(rule.test) && (
        <kit.TextField
          label={`Value of ${name}`}
          hideLabel
          placeholder="Value"
          value={rule.value}
          onChange={(value) => onChange({ ...rule, value }, true)}
        />
      )}
    </div>
  )
}

function toOption({ name, type, label }: Variable) {
  const words = typeof label === 'string' ? label : label?.['en-GB']
  return { value: name, label: name, help: words || type }
}
