import { Plus } from 'lucide-react'
import { type Department, type EscalationRule, escalationSigns } from '../../schema/department.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ContactTypesField } from './contact-types-field.tsx'
import styles from './settings.module.css'

interface EscalationFieldsProps {
  rules: readonly EscalationRule[]
  onChange: (rules: EscalationRule[]) => void
  others: readonly Department[]
}
export const signNames: Record<EscalationRule['sign'], string> = {
  words: 'The visitor uses certain words',
  risk: 'The visitor seems to be at risk',
  dissatisfied: 'The visitor is not satisfied',
  'asked-for-person': 'The visitor asks for a person',
  unsure: 'The flow is not sure what they mean',
  failed: 'A step fails again and again',
  turns: 'The contact takes many turns',
}
const counted: readonly EscalationRule['sign'][] = ['unsure', 'failed', 'turns']
const blank: EscalationRule = {
  sign: 'dissatisfied',
  words: [],
  times: 3,
  intents: [],
  high: true,
  to: null,
  supervisor: false,
}

/** What makes a contact of this department more than usual, and what follows. */
export function EscalationFields({ rules, onChange, others }: EscalationFieldsProps) {
  const set = (at: number, change: Partial<EscalationRule>) =>
    onChange(rules.map((rule, n) => (n === at ? { ...rule, ...change } : rule)))
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>When a contact becomes urgent</legend>
      {rules.map((rule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
        <fieldset key={at} className={styles.rule}>
          <legend className="sr">{`Rule ${at + 1}`}</legend>
          <div className={styles.two}>
            <SelectField
              label="When"
              options={escalationSigns.map((sign) => ({ value: sign, label: signNames[sign] }))}
              value={rule.sign}
              onChange={(value) => set(at, { sign: escalationSigns.find((sign) => sign === value) ?? rule.sign })}
            />
            {rule.sign === 'words' && (
              <TextField
                label="Words"
                help="With commas between them."
                value={rule.words.join(', ')}
                onChange={(text) => set(at, { words: text.split(/,\s?/) })}
                onBlur={() => set(at, { words: rule.words.map((word) => word.trim()).filter(Boolean) })}
              />
            )}
            {counted.includes(rule.sign) && (
              <NumberField
                label="How often"
                unit="times"
                minValue={1}
                maxValue={100}
                value={rule.times}
                onChange={(times) => set(at, { times })}
              />
            )}
            <ContactTypesField intents={rule.intents} onChange={(intents) => set(at, { intents })} />
            <SelectField
              label="Goes to"
              options={[
                { value: 'stays', label: 'It stays here' },
                ...others.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={rule.to ?? 'stays'}
              onChange={(to) => set(at, { to: to === 'stays' ? null : to })}
            />
          </div>
          <div className={styles.row}>
            <CheckboxField label="Before the others" isSelected={rule.high} onChange={(high) => set(at, { high })} />
            <CheckboxField
              label="Show it to a supervisor"
              isSelected={rule.supervisor}
              onChange={(supervisor) => set(at, { supervisor })}
            />
            <Button
              size="s"
              variant="quiet"
              onPress={() => onChange(rules.filter((_, n) => n !== at))}
              aria-label={`Remove rule ${at + 1}`}
            >
              Remove
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          size="s"
          icon={<Plus size={14} aria-hidden="true" />}
          onPress={() => onChange([...rules, blank])}
          isDisabled={rules.length >= 50}
        >
          Add a rule
        </Button>
      </div>
    </fieldset>
  )
}
