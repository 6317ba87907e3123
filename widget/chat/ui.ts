import type { WidgetSettings } from '../../schema/api/widget.ts'
import type { Input } from '../../schema/input.ts'
import type { ContactClient } from '../contact/contact-client.ts'
import type { ContactState } from '../contact/contact-state.ts'
import type { Words } from '../words/en.ts'
import type { ContactView } from './contact-view.ts'

/** What is true of the screen alone, and of nothing else. */
export interface Screen {
  /** What is to be put right, by field of the open question; `box` is the box. */
  errors: Readonly<Record<string, string | undefined>>
  /** What became of a chosen file, by field. */
  files: Readonly<Record<string, { id: string; name: string; said: string } | undefined>>
  /** The visitor has asked to end the chat and is asked once more. */
  isEnding: boolean
}

/** Everything that the screens are drawn from. They keep nothing themselves: each change draws them again. */
export interface Ui {
  client: ContactClient
  settings: WidgetSettings
  state: ContactState
  view: ContactView
  words: Words
  screen: Screen
  show(change: Partial<Screen>): void
  /** Answers the open question. */
  answer(input: Input, shown: string): void
  small?: () => void
  leave(): void
}
