import type { Words } from '../words/en.ts'
import { languageOf, wordsOf } from '../words/words.ts'
import { button } from './button.tsx'
import type { Ui } from './ui.ts'

/** First on every screen, in every state: the 999 line. */
export const EmergencyBar = ({ words, onSmall }: { words: Words; onSmall?: () => void }) => (
  <div class="emergency">
    <a href="tel:999">
      <i class="icon phone" />
      <span>{words.emergency}</span>
    </a>
    {onSmall && (
      <button type="button" aria-label={words.makeSmall} onClick={onSmall}>
        <i class="icon minus" />
      </button>
    )}
  </div>
)

/** The force, and the languages it speaks, one press apart at every moment. */
export function Header({ ui: { settings, state, client } }: { ui: Ui }) {
  const button = (locale: string) => (
    <button
      type="button"
      lang={languageOf(locale)}
      aria-pressed={locale === state.locale}
      onClick={() => locale !== state.locale && client.send({ kind: 'locale', locale }, '')}
    >
      {wordsOf(locale).language}
    </button>
  )
  return (
    <div class="header">
      <h1>{settings.force}</h1>
      {settings.locales.length > 1 && (
        <fieldset class="languages" aria-label="Language / Iaith">
          {settings.locales.map(button)}
        </fieldset>
      )}
    </div>
  )
}

/** Last on every screen: the way out. */
export const LeaveButton = ({ words, onLeave }: { words: Words; onLeave: () => void }) =>
  button(
    'leave',
    onLeave,
    <>
      <i class="icon exit" />
      {words.leave}
    </>,
  )
