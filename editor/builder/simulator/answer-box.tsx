import { SendHorizontal, UserRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Input } from '../../../schema/input.ts'
import { longestText } from '../../../schema/input.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ChoicesForm, FieldsForm, RatingForm } from './answer-forms.tsx'
import styles from './simulator.module.css'
import { useSimulator, useSimulatorState } from './simulator-store.ts'
import { currentPrompt } from './to-talk.ts'

/** Everything that a visitor can do now: answer what is asked, type, skip, ask for a person. */
export function AnswerBox() {
  const simulator = useSimulator()
  const played = useSimulatorState((state) => state.played)
  const busy = useSimulatorState((state) => state.busy)
  const count = useSimulatorState((state) => state.world.actions.length)
  const prompt = played && currentPrompt(played)
  /** A second press on a question that was just answered does nothing. */
  const send = (input: Input) => {
    const { world, playedActions, act } = simulator.getState()
    if (world.actions === playedActions) act({ input })
  }
  const key = `${count} ${prompt?.seq}`
  return (
    <div className={styles.answer} data-busy={busy || undefined}>
      {prompt?.expects === 'choice' && (
        // biome-ignore lint/a11y/useSemanticElements: buttons that act at once are no fieldset
        <div className={styles.choices} role="group" aria-label={prompt.label ?? 'Choices'}>
          {(prompt.choices ?? []).map(({ value, label }) => (
            <Button key={value} size="s" onPress={() => send({ kind: 'choice', value })}>
              {label}
            </Button>
          ))}
        </div>
      )}
      {prompt?.expects === 'choices' && <ChoicesForm key={key} prompt={prompt} onSend={send} />}
      {prompt?.expects === 'fields' && <FieldsForm key={key} prompt={prompt} onSend={send} />}
      {prompt?.expects === 'rating' && <RatingForm key={key} prompt={prompt} onSend={send} />}
      <div className={styles.asides}>
        {prompt?.optional && (
          <Button size="s" variant="quiet" onPress={() => send({ kind: 'skip' })}>
            Skip
          </Button>
        )}
        <Button
          size="s"
          variant="quiet"
          icon={<UserRound size={14} aria-hidden="true" />}
          onPress={() => send({ kind: 'person' })}
        >
          Ask for a person
        </Button>
      </div>
      <Typing onSend={(text) => simulator.getState().act({ input: { kind: 'text', text } })} />
    </div>
  )
}

function Typing({ onSend }: { onSend: (text: string) => void }) {
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return (
    <form
      ref={form}
      className={styles.typing}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        onSend(text)
        setText('')
      }}
    >
      <TextField
        label="Type as the visitor"
        hideLabel
        placeholder="Type as the visitor"
        autoComplete="off"
        maxLength={longestText}
        value={text}
        onChange={setText}
      />
      <IconButton
        type="submit"
        variant="default"
        label="Send"
        keys="Enter"
        icon={<SendHorizontal size={16} aria-hidden="true" />}
      />
    </form>
  )
}
