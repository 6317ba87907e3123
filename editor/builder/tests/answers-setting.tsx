import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { isRecord } from '../../../nodes/kit/editor/path.ts'
import { useField } from '../../../nodes/kit/editor/use-field.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './tests.module.css'
import { fromWords, toWords } from './value-words.ts'

/** The answers that a visitor puts into a form, by field. */
export function AnswersSetting({ path }: { path: string }) {
  const { value, set } = useField(path)
  const [name, setName] = useState('')
  const answers = Object.entries(isRecord(value) ? value : {})
  const write = (field: string, answer: unknown) => set({ ...Object.fromEntries(answers), [field]: answer }, true)
  return (
    <div className={styles.answers}>
      {answers.map(([field, answer]) => (
        <div key={field} className={styles.answer}>
          <TextField
            label={field}
            value={toWords(answer)}
            onChange={(words) => write(field, fromWords(words, answer))}
          />
          <IconButton
            size="s"
            label={`Leave ${field} out`}
            icon={<X size={14} aria-hidden="true" />}
            onPress={() => set(Object.fromEntries(answers.filter(([other]) => other !== field)))}
          />
        </div>
      ))}
      <div className={styles.answer}>
        <TextField label="Id of another field" mono value={name} onChange={setName} />
        <Button
          size="s"
          icon={<Plus size={14} aria-hidden="true" />}
          isDisabled={name.trim() === '' || answers.some(([field]) => field === name.trim())}
          onPress={() => {
            write(name.trim(), '')
            setName('')
          }}
        >
          Add
        </Button>
      </div>
    </div>
  )
}
