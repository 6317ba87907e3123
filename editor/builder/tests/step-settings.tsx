import {
  CheckSetting,
  ChoiceSetting,
  Group,
  LongTextSetting,
  More,
  NumberSetting,
  TextSetting,
  Two,
} from '../../../nodes/kit/editor/fields.tsx'
import { LinesSetting } from '../../../nodes/kit/editor/lines-setting.tsx'
import { isRecord } from '../../../nodes/kit/editor/path.ts'
import { useField } from '../../../nodes/kit/editor/use-field.ts'
import { useNodeEditing } from '../../../nodes/kit/node-editor.ts'
import { nameLocales } from '../../ui/name-locales.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { useBuilder } from '../builder-context.tsx'
import { AnswersSetting } from './answers-setting.tsx'
import { ExpectedVariables } from './expected-variables.tsx'
import styles from './tests.module.css'

const happenings: { value: string; label: string; make: (locale: string) => Record<string, unknown> }[] = [
  { value: 'text', label: 'The visitor writes', make: () => ({ input: { kind: 'text', text: 'Hello' } }) },
  { value: 'choice', label: 'The visitor chooses', make: () => ({ input: { kind: 'choice', value: '' } }) },
  { value: 'choices', label: 'The visitor chooses several', make: () => ({ input: { kind: 'choices', values: [] } }) },
  { value: 'fields', label: 'The visitor fills in a form', make: () => ({ input: { kind: 'fields', values: {} } }) },
  { value: 'skip', label: 'The visitor skips', make: () => ({ input: { kind: 'skip' } }) },
  { value: 'person', label: 'The visitor asks for a person', make: () => ({ input: { kind: 'person' } }) },
  {
    value: 'locale',
    label: 'The visitor changes the language',
    make: (locale) => ({ input: { kind: 'locale', locale } }),
  },
  { value: 'rating', label: 'The visitor answers the survey', make: () => ({ input: { kind: 'rating', csat: 5 } }) },
  { value: 'wait', label: 'Time passes', make: () => ({ wait: 60_000 }) },
  { value: 'join', label: 'An operator joins', make: () => ({ operator: { does: 'join' } }) },
  { value: 'say', label: 'The operator writes', make: () => ({ operator: { does: 'say', text: 'Hello' } }) },
  { value: 'return', label: 'The operator gives it back', make: () => ({ operator: { does: 'return' } }) },
  { value: 'close', label: 'The operator closes it', make: () => ({ operator: { does: 'close' } }) },
]
const verdicts = [
  { value: 'none', label: 'No danger' },
  { value: 'emergency', label: 'Emergency' },
  { value: 'safeguarding', label: 'Safeguarding' },
]
const halls = [
  { value: '$emergency', label: 'Emergency queue' },
  { value: '$safeguarding', label: 'Safeguarding queue' },
  { value: '$person', label: 'A person' },
  { value: '$closed', label: 'The end' },
]
const minute = 60_000

/** What happens in one turn, and what the test wants to see after it. */
export function StepSettings({ path, step }: { path: string; step: unknown }) {
  const { locales, issues } = useNodeEditing()
  const { scene } = useBuilder()
  const { set } = useField(path)
  const kind = kindOf(step)
  const nodes = [...scene().cards]
    .filter(([, card]) => card.kind === 'card')
    .map(([value, { title, typeName }]) => ({ value, label: title, help: title === typeName ? undefined : typeName }))
  return (
    <>
      <SelectField
        label="What happens"
        options={happenings}
        value={kind}
        onChange={(next) => {
          const made = happenings.find(({ value }) => value === next)?.make(locales[0] ?? 'en-GB')
          const expect = isRecord(step) ? step.expect : undefined
          if (made && next !== kind) set({ ...made, ...(expect !== undefined && { expect }) })
        }}
      />
      <Happening path={path} kind={kind} />
      <Group title="Then">
        {issues
          .filter(({ field }) => field === `${path}.expect`)
          .map(({ message }) => (
            <p key={message} className={styles.diverged}>
              {message}
            </p>
          ))}
        <ChoiceSetting
          field={`${path}.expect.at`}
          label="The contact is at"
          none="Anywhere"
          options={[...nodes, ...halls]}
        />
        <LinesSetting field={`${path}.expect.says`} label="These words are said" help="One on each line." rows={2} />
        <ChoiceSetting field={`${path}.expect.verdict`} label="The assessment is" none="Anything" options={verdicts} />
        <ExpectedVariables path={`${path}.expect.variables`} />
        <CheckSetting field={`${path}.expect.closed`} label="The contact is closed" />
      </Group>
    </>
  )
}

function Happening({ path, kind }: { path: string; kind: string }) {
  const { locales } = useNodeEditing()
  switch (kind) {
    case 'text':
      return <LongTextSetting field={`${path}.input.text`} label="Words" rows={2} />
    case 'choice':
      return <TextSetting field={`${path}.input.value`} label="Value of the choice" mono />
    case 'choices':
      return <LinesSetting field={`${path}.input.values`} label="Values" help="One on each line." rows={3} />
    case 'fields':
      return <AnswersSetting path={`${path}.input.values`} />
    case 'locale':
      return (
        <ChoiceSetting
          field={`${path}.input.locale`}
          label="Language"
          options={locales.map((locale) => ({ value: locale, label: nameLocales([locale]) }))}
        />
      )
    case 'rating':
      return (
        <>
          <Two>
            <NumberSetting field={`${path}.input.csat`} label="Satisfied" min={1} max={5} />
            <NumberSetting field={`${path}.input.nps`} label="Recommends" min={0} max={10} />
          </Two>
          <More title="Own words">
            <LongTextSetting field={`${path}.input.comment`} label="Comment" rows={2} />
          </More>
        </>
      )
    case 'wait':
      return <NumberSetting field={`${path}.wait`} label="How long" unit="minutes" min={0} factor={minute} />
    case 'say':
      return <LongTextSetting field={`${path}.operator.text`} label="Words" rows={2} />
    default:
      return null
  }
}

function kindOf(step: unknown): string {
  if (!isRecord(step)) return 'wait'
  if (isRecord(step.input)) return String(step.input.kind)
  if (isRecord(step.operator)) return String(step.operator.does)
  return 'wait'
}
