import { useMutation, useQueryClient } from '@tanstack/react-query'
import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { type ContactDetail, type Gathered, inboxRoutes } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { factWords } from './fact-words.ts'
import styles from './inbox.module.css'
import { useIsMine } from './use-is-mine.ts'

/** Everything that the flow gathers. Whoever has the contact can put it right; each change is recorded with their name. */
export function GatheredDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const [editing, setEditing] = useState<string>()
  const mayEdit = useIsMine(contact)
  return (
    <Dialog open wide onClose={onClose} title={`Gathered in contact ${contact.number}`} cancel="Close">
      <dl className={styles.gathered}>
        {contact.gathered.map((fact) => (
          <div key={fact.name}>
            <dt>
              {fact.label}
              {fact.personal && <EyeOff size={12} role="img" aria-label="Personal" />}
            </dt>
            <dd>
              {editing === fact.name ? (
                <Correction contact={contact} fact={fact} onDone={() => setEditing(undefined)} />
              ) : (
                <>
                  <span className={fact.state === 'known' ? undefined : styles.missing}>{factWords(fact)}</span>
                  {mayEdit && (
                    <Button
                      size="s"
                      variant="quiet"
                      onPress={() => setEditing(fact.name)}
                      aria-label={`Change ${fact.label}`}
                    >
                      Change
                    </Button>
                  )}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

function Correction({ contact, fact, onDone }: { contact: ContactDetail; fact: Gathered; onDone: () => void }) {
  const [value, setValue] = useState(fact.value)
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: () => call(inboxRoutes.correct, { params: { id: contact.id, name: fact.name }, body: { value } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: inboxKey })
      onDone()
    },
  })
  const error = save.isError ? wordsOf(save.error) : undefined
  return (
    <form
      className={styles.correction}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {fact.choices ? (
        <SelectField
          label={fact.label}
          hideLabel
          autoFocus
          options={[
            ...(fact.choices.includes(fact.value) || fact.value === '' ? [] : [fact.value]),
            ...fact.choices,
          ].map((words) => ({ value: words, label: words }))}
          value={value || null}
          onChange={setValue}
          error={error}
        />
      ) : (
        <TextField label={fact.label} hideLabel autoFocus value={value} onChange={setValue} error={error} />
      )}
      <Button type="submit" size="s" variant="primary" busy={save.isPending}>
        Save
      </Button>
      <Button size="s" onPress={onDone}>
        Cancel
      </Button>
    </form>
  )
}
