import { FieldKind } from '../../../schema/prompt.ts'
import { keepableIn, patternNames } from '../field-settings.ts'
import { useNodeEditing } from '../node-editor.ts'
import { CheckSetting, ChoiceSetting, More, NumberSetting, TextSetting, Two } from './fields.tsx'
import { ListSetting } from './list-setting.tsx'
import { LocalisedSetting, wordsIn } from './localised-setting.tsx'
import { getPath, isRecord } from './path.ts'
import { VariableSetting } from './variable-setting.tsx'

const kinds: Record<FieldKind, string> = {
  text: 'A short text',
  'long-text': 'A long text',
  choice: 'One of several choices',
  choices: 'Several choices',
  'yes-no': 'Yes or no',
  number: 'A number',
  date: 'A date',
  datetime: 'A date and time',
  phone: 'A phone number',
  email: 'An e-mail address',
  place: 'A place or postcode',
  reference: 'A reference number',
  file: 'A photo or file',
}
const kindOptions = Object.entries(kinds).map(([value, label]) => ({ value, label }))
const patternWords: Record<(typeof patternNames)[number], string> = {
  postcode: 'A UK postcode',
  'vehicle-registration': 'A vehicle registration',
  digits: 'Digits only',
  imei: 'The IMEI of a phone',
}
const patternOptions = patternNames.map((value) => ({ value, label: patternWords[value] }))

/** Settings of one answer, shared by questions and by the fields of an interview. `path` is '' or `fields.2.`. */
export function FieldKindSettings({ path, suggest }: { path: string; suggest: string }) {
  const { node } = useNodeEditing()
  const chosen = FieldKind.safeParse(getPath(node.data, `${path}kind`))
  const kind = chosen.success ? chosen.data : 'text'
  const texts = kind === 'text' || kind === 'long-text' || kind === 'reference'
  const dates = kind === 'date' || kind === 'datetime'
  return (
    <>
      <ChoiceSetting field={`${path}kind`} label="Kind of answer" options={kindOptions} />
      {(kind === 'choice' || kind === 'choices') && <Choices path={path} />}
      <VariableSetting
        field={`${path}variable`}
        label="Keep the answer in"
        types={keepableIn[kind]}
        optional
        suggest={suggest}
      />
      <CheckSetting field={`${path}optional`} label="Visitors may skip it" />
      <LocalisedSetting field={`${path}help`} label="Hint below the question" optional short plain />
      <More title="Checks on the answer">
        {(texts || kind === 'number' || kind === 'choices') && (
          <Two>
            <NumberSetting
              field={`${path}min`}
              label={kind === 'number' ? 'Least' : texts ? 'Fewest letters' : 'At least'}
            />
            <NumberSetting
              field={`${path}max`}
              label={kind === 'number' ? 'Most' : texts ? 'Most letters' : 'At most'}
            />
          </Two>
        )}
        {dates && (
          <Two>
            <TextSetting field={`${path}earliest`} label="Earliest" placeholder="today-30" optional />
            <TextSetting field={`${path}latest`} label="Latest" placeholder="today" optional />
          </Two>
        )}
        {texts && <Pattern path={path} />}
        <LocalisedSetting
          field={`${path}error`}
          label="Words when it is not accepted"
          help="Built-in words are used without them."
          optional
          plain
        />
      </More>
    </>
  )
}

function Pattern({ path }: { path: string }) {
  const { node, set, kit } = useNodeEditing()
  const field = `${path}pattern`
  const custom = isRecord(getPath(node.data, field))
  return (
    <>
      {custom ? (
        <TextSetting
          field={`${field}.expression`}
          label="Pattern of the whole answer"
          help="Such as [A-Z]{2}[0-9]+"
          mono
        />
      ) : (
        <ChoiceSetting field={field} label="Shape" none="Any" options={patternOptions} />
      )}
      <div>
        <kit.Button
          size="s"
          variant="quiet"
          onPress={() => set(field, custom ? undefined : { expression: '[A-Z0-9-]+' })}
        >
          {custom ? 'Choose a named shape' : 'Write a pattern'}
        </kit.Button>
      </div>
    </>
  )
}

function Choices({ path }: { path: string }) {
  const { locales } = useNodeEditing()
  return (
    <ListSetting
      field={`${path}choices`}
      label="Choices"
      nameOf={(entry, index) =>
        wordsIn(isRecord(entry) ? entry.label : '', locales[0] ?? 'en-GB') || `choice ${index + 1}`
      }
      add="Add a choice"
      empty="Nothing to choose from yet."
      create={(entries) => ({
        value: `choice-${entries.length + 1}`,
        label: Object.fromEntries(locales.map((locale) => [locale, ''])),
      })}
    >
      {(entry) => (
        <>
          <LocalisedSetting field={`${entry}.label`} label="What the visitor reads" short plain />
          <TextSetting field={`${entry}.value`} label="What is kept" mono />
        </>
      )}
    </ListSetting>
  )
}
