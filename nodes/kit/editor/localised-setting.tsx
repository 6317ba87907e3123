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
 * Words for visitors in every language of the flow: side by side where there is room, else on tabs. A language without
 * words is marked, because its visitors would read another one.
 */
export function LocalisedSetting({ field, label, help, optional, short, plain, placeholder }: LocalisedSettingProps) {
  const { locales, kit } = useNodeEditing()
  const { value, set, error, ref } = useField(field)
  const [chosen, setChosen] = useState(locales[0] ?? 'en-GB')
  const locale = locales.includes(chosen) ? chosen : (locales[0] ?? 'en-GB')
  const Control = short ? kit.TextField : kit.TextArea
  const missing = (each: string) => wordsIn(value, each).trim() === ''
  const empty = locales.every(missing)

  function write(into: string, next: string) {
    const all = Object.fromEntries(locales.map((each) => [each, wordsIn(value, each)]))
    const written = { ...(isRecord(value) ? value : all), [into]: next }
    const gone = optional && Object.values(written).every((each) => each === '')
    set(gone ? undefined : written, true)
  }
  return (
    <div ref={ref} className={styles.words}>
      <div className={styles.wordsHead}>
        <span>
          {label}
          {optional && <span className={styles.optional}>(optional)</span>}
        </span>
        {locales.length > 1 && (
          <div role="tablist" aria-label={`Language of ${label}`} className={styles.languageTabs}>
            {locales.map((each) => (
              <button
                key={each}
                type="button"
                role="tab"
                aria-selected={each === locale}
                tabIndex={each === locale ? 0 : -1}
                className={`${styles.language} ${missing(each) && !empty ? styles.missing : ''}`}
                onClick={() => setChosen(each)}
                onKeyDown={(event) => {
                  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
                  if (step === 0) return
                  const next = locales[(locales.indexOf(locale) + step + locales.length) % locales.length]
                  if (next) setChosen(next)
                  const tabs = event.currentTarget.parentElement?.children
                  const at = tabs && next ? tabs[locales.indexOf(next)] : undefined
                  if (at instanceof HTMLElement) at.focus()
                }}
              >
                {languageName(each)}
                {missing(each) && !empty && <span className="sr"> translation missing</span>}
              </button>
            ))}
          </div>
        )}
      </div>
      <div className={styles.beside}>
        {locales.map((each) => (
          <div key={each} lang={each} className={styles.oneLanguage} data-chosen={each === locale || undefined}>
            {locales.length > 1 && (
              <span className={styles.languageName} aria-hidden="true">
                {languageName(each)}
              </span>
            )}
            <Control
              label={`${label}, ${languageName(each)}`}
              hideLabel
              help={each === locales[0] ? help : undefined}
              error={each === locale ? error : undefined}
              placeholder={placeholder}
              value={wordsIn(value, each)}
              onChange={(next) => write(each, next)}
            />
            {!error && !empty && missing(each) && (
              <p className={styles.advice} lang="en-GB">
                The {languageName(each)} words are missing. Visitors would read another language.
              </p>
            )}
          </div>
        ))}
      </div>
      {!short && !plain && (
        <InsertVariable onInsert={(name) => write(locale, `${wordsIn(value, locale)}{{ ${name} }}`)} />
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
