import { useNodeEditing } from '../node-editor.ts'
import styles from './fields.module.css'
import { needsValue, type Rule, type RuleTest, readRule, testsFor, testWords, writeRule } from './rule.ts'
import { toText, useField } from './use-field.ts'

/** A condition as a sentence. One that is too rich for that stays as the expression it is. */
export function RuleSetting({ field }: { field: string }) {
  const { kit, variables } = useNodeEditing()
  const { value, set } = useField(field)
  const source = toText(value)
  const rule = readRule(source)
  if (source !== '' && !rule)
    return <p className={styles.none}>This condition is written as an expression. It is below.</p>
  if (variables.length === 0)
    return <p className={styles.none}>There are no variables yet. A question or an interview makes some.</p>

  const variable = variables.find((each) => each.name === rule?.variable)
  const write = (next: Rule, typing = false) => {
    const type = variables.find((each) => each.name === next.variable)?.type
    const tests = testsFor(variables.find((each) => each.name === next.variable))
    const test = tests.includes(next.test) ? next.test : (tests[0] ?? 'known')
    set(writeRule({ ...next, test }, type), typing)
  }
  return (
    <div className={styles.words}>
      <kit.SelectField
        label="When"
        placeholder="Choose a variable"
        options={variables.map((each) => ({ value: each.name, label: each.name, help: each.type }))}
        value={rule?.variable ?? null}
        onChange={(name) => write({ variable: name, test: rule?.test ?? 'known', value: rule?.value ?? '' })}
      />
      {rule && (
        <kit.SelectField
          label="Comparison"
          hideLabel
          options={testsFor(variable).map((test) => ({ value: test, label: testWords[test] }))}
          value={rule.test}
          onChange={(test) => {
            const chosen = testsFor(variable).find((each): each is RuleTest => each === test)
            if (chosen) write({ ...rule, test: chosen })
          }}
        />
      )}
      {rule && needsValue(rule.test) && (
        <kit.TextField
          label="Value"
          hideLabel
          placeholder="Value"
          value={rule.value}
          onChange={(next) => write({ ...rule, value: next }, true)}
        />
      )}
    </div>
  )
}
