import { ArrowUp, X } from 'lucide-react'
import { languageName } from '../../../schema/check-node.ts'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { setLocales } from '../commands/settings.ts'
import styles from './flow-panel.module.css'

const offered = [
  'en-GB',
  'cy-GB',
  'gd-GB',
  'ga-GB',
  'pl-PL',
  'ur-PK',
  'pa-IN',
  'ro-RO',
  'ar',
  'bn-BD',
  'so-SO',
  'zh-CN',
  'uk-UA',
]

/** The languages of the flow. The first is what visitors read where words in theirs are missing. */
export function LocaleList() {
  const { store } = useBuilder()
  const { locales } = useFlow()
  const change = (label: string, next: readonly string[]) =>
    store.getState().act({ label }, (flow) => setLocales(flow, next))
  const left = offered.filter((locale) => !locales.includes(locale))
  return (
    <section className={styles.section} aria-label="Languages">
      <h3>Languages</h3>
      <ul className={styles.rows}>
        {locales.map((locale, index) => (
          <li key={locale} className={styles.row}>
            <span className={styles.grow}>
              {languageName(locale)} <code>{locale}</code>
              {index === 0 && <Badge>First</Badge>}
            </span>
            {index > 0 && (
              <IconButton
                size="s"
                label={`Make ${languageName(locale)} the first language`}
                icon={<ArrowUp size={14} aria-hidden="true" />}
                onPress={() => change('Change languages', [locale, ...locales.filter((each) => each !== locale)])}
              />
            )}
            <IconButton
              size="s"
              label={`Remove ${languageName(locale)}`}
              icon={<X size={14} aria-hidden="true" />}
              isDisabled={locales.length === 1}
              onPress={() =>
                change(
                  'Change languages',
                  locales.filter((each) => each !== locale),
                )
              }
            />
          </li>
        ))}
      </ul>
      <SelectField
        label="Add a language"
        hideLabel
        placeholder="Add a language"
        value={null}
        options={left.map((locale) => ({ value: locale, label: languageName(locale), help: locale }))}
        onChange={(locale) => change('Change languages', [...locales, locale])}
      />
    </section>
  )
}
