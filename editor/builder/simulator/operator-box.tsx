import { Headset } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './simulator.module.css'
import { useSimulator, useSimulatorState } from './simulator-store.ts'

/** Playing the operator: shown while the contact waits for one or is with one. */
export function OperatorBox() {
  const simulator = useSimulator()
  const last = useSimulatorState((state) => state.played?.turns.at(-1))
  const [text, setText] = useState('')
  if (!last || last.closed !== undefined || (last.queue === undefined && last.owner === undefined)) return null
  const act = (does: 'join' | 'say' | 'close' | 'return', words?: string) =>
    simulator.getState().act({ operator: { does, ...(words !== undefined && { text: words }) } })
  return (
    <section className={styles.operator} aria-label="Play the operator">
      <p>
        <Headset size={14} aria-hidden="true" />
        {last.owner === undefined ? `Waiting for an operator: ${last.queue?.reason ?? ''}` : `With ${last.owner}`}
      </p>
      {last.owner === undefined ? (
        <Button size="s" onPress={() => act('join')}>
          Take it as the operator
        </Button>
      ) : (
        <>
          <form
            className={styles.typing}
            onSubmit={(event) => {
              event.preventDefault()
              if (text.trim() === '') return
              act('say', text)
              setText('')
            }}
          >
            <TextField
              label={`Write as ${last.owner}`}
              hideLabel
              placeholder={`Write as ${last.owner}`}
              autoComplete="off"
              maxLength={4_000}
              value={text}
              onChange={setText}
            />
            <Button size="s" type="submit">
              Send
            </Button>
          </form>
          <div className={styles.asides}>
            <Button size="s" variant="quiet" onPress={() => act('return')}>
              Give back to the flow
            </Button>
            <Button size="s" variant="quiet" onPress={() => act('close')}>
              Close the contact
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
