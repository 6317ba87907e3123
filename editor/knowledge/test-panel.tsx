import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { improveRoutes } from '../../schema/api/improve.ts'
import { knowledgeRoutes, type Overview, type Tried, type TriedPassage } from '../../schema/api/knowledge.ts'
import { call } from '../api.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TriedAnswer } from '../ui/tried-answer.tsx'
import { TriedPassages } from '../ui/tried-passages.tsx'
import styles from './knowledge.module.css'
import { useKnowledgeAct } from './use-knowledge-act.ts'

interface TestPanelProps {
  data: Overview
  onOpen: (passage: TriedPassage) => void
}

/** Asks a question as a visitor would, and shows the answer with everything that it rests on. */
export function TestPanel({ data, onOpen }: TestPanelProps) {
  const [question, setQuestion] = useState('')
  const [collection, setCollection] = useState('')
  const [approvedOnly, setApprovedOnly] = useState(true)
  const [tried, setTried] = useState<{ question: string; result: Tried }>()
  const ask = useKnowledgeAct({
    act: () =>
      call(knowledgeRoutes.ask, {
        body: { question, approvedOnly, collections: collection === '' ? [] : [collection] },
      }),
    onDone: (result) => setTried({ question, result }),
  })
  return (
    <aside className={styles.side} aria-label="Test a question">
      <h2>Test a question</h2>
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault()
          if (question.trim() !== '') ask.mutate()
        }}
      >
        <TextField
          label="Question"
          hideLabel
          placeholder="What a visitor might write"
          value={question}
          onChange={setQuestion}
        />
        <Button type="submit" variant="primary" busy={ask.isPending} isDisabled={question.trim() === ''}>
          Ask
        </Button>
      </form>
      <div className={styles.askIn}>
        <SelectField
          label="Look in"
          options={[
            { value: '', label: 'Every open collection' },
            ...data.collections.map(({ id: value, name: label }) => ({ value, label })),
          ]}
          value={collection}
          onChange={setCollection}
        />
        <CheckboxField label="Approved only" isSelected={approvedOnly} onChange={setApprovedOnly} />
      </div>
      <div aria-live="polite">
        {tried ? (
          <Result tried={tried.result} question={tried.question} data={data} onOpen={onOpen} />
        ) : (
          <p className={styles.hint}>
            The answer that a visitor gets stands here, with the passages that it rests on and why they were chosen.{' '}
            {data.model === null
              ? 'No model of meaning is there, so words alone decide.'
              : `Words and the model ${data.model} decide together.`}
          </p>
        )}
      </div>
    </aside>
  )
}

interface ResultProps {
  tried: Tried
  question: string
  data: Overview
  onOpen: (passage: TriedPassage) => void
}

function Result({ tried, question, data, onOpen }: ResultProps) {
  const { answer, refused, confidence, threshold } = tried
  const source = answer?.citations[0]?.document ?? null
  const collection = data.documents.find(({ id }) => id === source)?.collection ?? data.collections[0]?.id ?? ''
  const keep = useKnowledgeAct({
    act: () => call(improveRoutes.addTest, { body: { question, collection, document: source } }),
    done: ({ result }) =>
      result === 'passed' ? 'Kept as a test. It passes.' : 'Kept as a test. It fails at the moment.',
  })
  return (
    <>
      <TriedAnswer tried={tried} />
      <div className={styles.verdict}>
        <Badge tone={answer ? 'ok' : 'neutral'}>
          Sure to {Math.round(confidence * 100)} %, needs {Math.round(threshold * 100)} %
        </Badge>
        {!refused && question.trim().length >= 3 && collection !== '' && (
          <Button
            size="s"
            variant="quiet"
            busy={keep.isPending}
            icon={<FlaskConical size={14} aria-hidden="true" />}
            onPress={() => keep.mutate()}
          >
            Keep as a test
          </Button>
        )}
      </div>
      <TriedPassages passages={tried.passages} onOpen={onOpen} />
    </>
  )
}
