import { type Department, overflowReasons } from '../../schema/department.ts'
import { toLines } from '../to-id.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import styles from './settings.module.css'

interface WorkFieldsProps {
  draft: Department
  onChange: (draft: Department) => void
  /** The other departments, which can take over. */
  others: readonly Department[]
}
const priorities = ['Before all others', 'Before most', 'Usual', 'After most', 'After all others'].map((label, n) => ({
  value: String(n + 1),
  label,
}))
export const reasonNames: Record<(typeof overflowReasons)[number], string> = {
  closed: 'It is closed',
  full: 'It is full',
  'nobody-there': 'Nobody is there',
  waiting: 'Somebody has waited too long',
}

/** How much a department takes, and who takes over from it. */
export function DepartmentWorkFields({ draft, onChange, others }: WorkFieldsProps) {
  const { overflow } = draft
  const [first] = others
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Work</legend>
        <div className={styles.two}>
          <NumberField
            label="Contacts at once"
            optional
            help="Waiting and with operators together. Beyond that it is full. Emergencies are always taken."
            minValue={1}
            maxValue={10_000}
            value={draft.capacity ?? Number.NaN}
            onChange={(capacity) => onChange({ ...draft, capacity: Number.isNaN(capacity) ? null : capacity })}
          />
          <SelectField
            label="Its contacts are picked up"
            help="Among those that are equally urgent."
            options={priorities}
            value={String(draft.priority)}
            onChange={(priority) => onChange({ ...draft, priority: Number(priority) })}
          />
        </div>
        <SwitchField
          label="Its contacts end with the survey"
          help="After an emergency or a safeguarding contact none is asked in any case."
          isSelected={draft.survey}
          onChange={(survey) => onChange({ ...draft, survey })}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Overflow</legend>
        <SwitchField
          label="Another department takes over when this one cannot"
          isSelected={overflow !== null}
          isDisabled={!first}
          onChange={(on) =>
            onChange({
              ...draft,
              overflow:
                on && first ? { to: first.id, when: ['closed', 'full', 'nobody-there'], afterMinutes: 10 } : null,
            })
          }
        />
        {overflow && (
          <div className={styles.two}>
            <SelectField
              label="Who takes over"
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
              value={overflow.to}
              onChange={(to) => onChange({ ...draft, overflow: { ...overflow, to } })}
            />
            <fieldset className={styles.group}>
              <legend className={styles.legend}>When</legend>
              {overflowReasons.map((reason) => (
                <CheckboxField
                  key={reason}
                  label={reasonNames[reason]}
                  isSelected={overflow.when.includes(reason)}
                  isDisabled={overflow.when.length === 1 && overflow.when.includes(reason)}
                  onChange={(on) =>
                    onChange({
                      ...draft,
                      overflow: {
                        ...overflow,
                        when: overflowReasons.filter((one) => (one === reason ? on : overflow.when.includes(one))),
                      },
                    })
                  }
                />
              ))}
              {overflow.when.includes('waiting') && (
                <NumberField
                  label="Too long is"
                  unit="minutes"
                  minValue={1}
                  maxValue={240}
                  value={overflow.afterMinutes}
                  onChange={(afterMinutes) => onChange({ ...draft, overflow: { ...overflow, afterMinutes } })}
                />
              )}
            </fieldset>
          </div>
        )}
      </fieldset>
      <TextArea
        label="Collections of documents"
        optional
        help="One name on each line. Its operators are offered answers from these, besides those for everybody."
        rows={2}
        value={draft.collections.join('\n')}
        onChange={(text) => onChange({ ...draft, collections: text === '' ? [] : text.split('\n') })}
        onBlur={() => onChange({ ...draft, collections: toLines(draft.collections.join('\n')) })}
      />
    </>
  )
}
