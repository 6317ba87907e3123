import { useState } from 'react'
import type { Tried } from '../../schema/api/knowledge.ts'
import styles from '../kit/editor/try-out.module.css'
import { useNodeEditing } from '../kit/node-editor.ts'

const longest = 1_000

/** Type a question as a visitor would, and see what would be answered, from which passages, or why nothing is. */
export function TryQuestion() {
  const { kit, node, askDocuments } = useNodeEditing()
  const [question, setQuestion] = useState('')
  const [tried, setTried] = useState<Tried>()
  const [state, setState] = useState<'rest' | 'asking' | 'failed'>('rest')
  if (!askDocuments) return null
  const collections = Array.isArray(node.data.collections) ? node.data.collections.map(String) : []
  const ask = async () => {
    setState('asking')
    try {
      setTried(await askDocuments(question.trim().slice(0, longest), collections))
      setState('rest')
    } catch {
      setState('failed')
    }
  }
  return (
    <section className={styles.try} aria-label="Try a question">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (question.trim() !== '') void ask()
        }}
      >
        <kit.TextField
          label="Try a question"
          help="As a visitor would write it. Nothing is kept."
          placeholder="i found a phone on the bus"
          value={question}
          onChange={setQuestion}
        />
      </form>
      <kit.Button size="s" onPress={() => void ask()} isDisabled={question.trim() === '' || state === 'asking'}>
        {state === 'asking' ? 'Asking…' : 'Ask'}
      </kit.Button>
      <p className={styles.help}>
        Signpost works out how sure it is that a passage answers. Below what the force has set under Settings,
        Knowledge, it says that it does not know and leaves by “Not answered”.
      </p>
      <div aria-live="polite" className={styles.tried}>
        {state === 'failed' ? (
          <p className={styles.result}>Signpost could not be asked just now. Ask again.</p>
        ) : (
          tried && <kit.TriedAnswerView tried={tried} />
        )}
      </div>
    </section>
  )
}
