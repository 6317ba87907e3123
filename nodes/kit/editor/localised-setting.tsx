import { useState } from 'react'
import { languageName } from '../../../schema/check-node.ts'
import { useNodeEditing } from '../node-editor.ts'
import styles from './fields.module.css'
import { isRecord } from './path.ts'
import { useField } from './use-field.ts'
import { InsertVariable } from './variable-setting.tsx'

interface LocalisedSettingProps {
  field: string
  label: string
  help?: string
  optional?: boolean
  /** A single line: labels and choices. */
  short?: boolean
  /** No variables here: names of choices. */
  plain?: boolean
  placeholder?: string
}

/**
 * Words for visitors in every language of the flow, all in sight: side by side where there is room, else one below the
 * other. A language without words is marked, because its visitors would read another one.
 */
export function LocalisedSetting({ field, label, help, optional, short, plain, placeholder }: LocalisedSettingProps) {
  const { locales, kit } = useNodeEditing()
  const { value, set, error, ref } = useField(field)
  /** The language that was written in last: a variable goes in there. */
  const [lately, setLately] = useState(locales[0] ?? 'en-GB')
  const locale = locales.includes(lately) ? lately : (locales[0] ?? 'en-GB')
  const several = locales.length > 1
  const missing = (each: string) => wordsIn(value, each).trim() === ''
  const empty = locales.every(missing)

  function write(into: string, next: string) {
    const all = Object.fromEntries(locales.map((each) => [each, wordsIn(value, each)]))
    const written = { ...(isRecord(value) ? value : all), [into]: next }
    const gone = optional && Object.values(written).every((each) => each === '')
    set(gone ? undefined : written, true)
  }
  const control = (each: string) => {
    const props = {
      label: several ? `${label}, ${languageName(each)}` : label,
      hideLabel: true,
      help: each === locales[0] ? help : undefined,
      error: each === locales[0] ? error : undefined,
      placeholder,
      value: wordsIn(value, each),
      onChange: (next: string) => write(each, next),
      onFocus: () => setLately(each),
    }
    return short ? <kit.TextField {...props} /> : <kit.TextArea {...props} rows={several ? 2 : 3} />
  }
  return (
    <div ref={ref} className={styles.words}>
      <div className={styles.wordsHead}>
        {label}
        {optional && <span className={styles.optional}>(optional)</span>}
      </div>
      <div className={styles.beside}>
        {locales.map((each) => (
          <div key={each} lang={each} className={styles.oneLanguage} data-short={several && short ? '' : undefined}>
            {several && (
              <span className={styles.languageName} lang="en-GB">
                <span aria-hidden="true">{languageName(each)}</span>
                {!empty && missing(each) && <em>Translation missing</em>}
              </span>
            )}
            {control(each)}
          </div>
        ))}
      </div>
      {!short && !plain && (
        <InsertVariable
          into={several ? languageName(locale) : undefined}
          onInsert={(name) => write(locale, `${wordsIn(value, locale)}{{ ${name} }}`)}
        />
      )}
    </div>
  )
}

/** The words of a text in one language; a plain string counts for all. */
export function wordsIn(text: unknown, locale: string): string {
  if (typeof text === 'string') return text
  const words = isRecord(text) ? text[locale] : undefined
  return typeof words === 'string' ? words : ''
}
