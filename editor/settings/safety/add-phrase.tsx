import { useState } from 'react'
import { Form } from 'react-aria-components'
import { type PhraseChange, type PhraseKind, safetyRoutes } from '../../../schema/api/safety.ts'
import { call } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { dangerOptions } from '../../ui/danger-words.ts'
import { Panel } from '../../ui/panel.tsx'
import { RadioGroupField } from '../../ui/radio-group-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FormFoot } from '../form-foot.tsx'
import settings from '../settings.module.css'
import { useSave } from '../use-save.ts'
import { ChangePreview, type Preview } from './change-preview.tsx'
import { languageOptions } from './languages.ts'
import { safetyKey } from './safety-queries.ts'

const kinds: readonly { value: PhraseKind; label: string; help: string }[] = [
  { value: 'emergency', label: 'An emergency', help: 'The 999 advice appears and everybody on duty is alerted.' },
  { value: 'safeguarding', label: 'Safeguarding', help: 'A person is alerted and the contact goes to the front.' },
  {
    value: 'exception',
    label: 'Not judged',
    help: 'The detector passes over these words, and over nothing beside them.',
  },
]

/** The button that was pressed goes away: who works by keyboard goes on where the answer is. */
const takeFocus = (shown: HTMLElement | null): void => shown?.focus()

/** Adds words. They are tried first: what changes is shown, and the button comes when nobody would be missed. */
export function AddPhrase({ onDone }: { onDone: () => void }) {
  const [kind, setKind] = useState<PhraseKind>('emergency')
  const [phrase, setPhrase] = useState('')
  const [category, setCategory] = useState('violence_now')
  const [locale, setLocale] = useState('en-GB')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState<PhraseChange>()
  const [preview, setPreview] = useState<Preview>({ accepted: false })
  const [checked, setChecked] = useState(false)
  const draft = { kind, phrase: phrase.trim(), category: kind === 'exception' ? 'ordinary' : category, locale }
  const isTried = tried?.does === 'add' && JSON.stringify({ does: 'add', ...draft }) === JSON.stringify(tried)
  const errors = {
    phrase: /[\p{L}\p{N}]{2}/u.test(phrase) ? undefined : 'Write at least one word',
    reason: reason.trim().length >= 5 ? undefined : 'Say why, in a few words',
  }
  const add = useSave(() => call(safetyRoutes.addPhrase, { body: { ...draft, reason: reason.trim() } }), {
    queryKey: safetyKey,
    said: (saved) => `“${saved.phrase}” counts from now on, also in contacts that run`,
    onDone,
  })
  const chooseKind = (value: string) => {
    const next = kinds.find((option) => option.value === value)?.value ?? kind
    setKind(next)
    setCategory(dangerOptions(next === 'exception' ? 'none' : next)[0]?.value ?? 'ordinary')
  }
  return (
    <Panel title="Add words">
      <Form
        className={settings.form}
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
          if (errors.phrase || errors.reason) return
          if (isTried && preview.accepted) add.mutate()
          else setTried({ does: 'add', ...draft })
        }}
      >
        <RadioGroupField label="These words count as" options={kinds} value={kind} onChange={chooseKind} />
        <div className={settings.two}>
          <TextField
            label="Words"
            autoFocus
            help="One word or a phrase, as people type it"
            value={phrase}
            onChange={setPhrase}
            error={checked ? errors.phrase : undefined}
          />
          <TextField
            label="Reason"
            help="Stays with it, and in the audit"
            value={reason}
            onChange={setReason}
            error={checked ? errors.reason : undefined}
          />
          {kind !== 'exception' && (
            <SelectField label="Danger" options={dangerOptions(kind)} value={category} onChange={setCategory} />
          )}
          <SelectField label="Language" options={languageOptions} value={locale} onChange={setLocale} />
        </div>
        {isTried && (
          <div ref={takeFocus} tabIndex={-1}>
            <ChangePreview change={tried} onPreview={setPreview} />
          </div>
        )}
        {isTried && preview.accepted ? (
          <FormFoot verb={`Add “${draft.phrase}”`} busy={add.isPending} error={add.error} onCancel={onDone} />
        ) : (
          <div className={settings.foot}>
            <Button type="submit" variant="primary" isDisabled={isTried}>
              See what it changes
            </Button>
            <Button onPress={onDone}>Cancel</Button>
          </div>
        )}
      </Form>
    </Panel>
  )
}
