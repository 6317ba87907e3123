import { useQuery } from '@tanstack/react-query'
import type { SafetyExample, SafetyLearning } from '../../../schema/api/safety.ts'
import { nameOfDanger } from '../../../schema/danger-names.ts'
import { Loaded } from '../../loaded.tsx'
import { Badge } from '../../ui/badge.tsx'
import { verdictWords } from '../../ui/danger-words.ts'
import { Panel } from '../../ui/panel.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { formatMoment } from '../../ui/time.tsx'
import { FigureTable } from './figure-table.tsx'
import { Layers } from './layers.tsx'
import styles from './safety.module.css'
import { learningQuery } from './safety-queries.ts'
import { Trainings } from './trainings.tsx'

/** How well danger is found, what the force itself labelled, and what the detector learned from that. */
export function LearningTab() {
  const learning = useQuery(learningQuery)
  return (
    <div className={styles.tab}>
      <Loaded query={learning} what="labelled set">
        {(data) => (
          <>
            <Figures learning={data} />
            <Layers layers={data.layers} />
            <Trainings learning={data} />
            <Examples examples={data.examples} />
          </>
        )}
      </Loaded>
    </div>
  )
}

function Figures({ learning }: { learning: SafetyLearning }) {
  const used = learning.trainings.find(({ active }) => active)
  const figures = used?.after ?? learning.builtIn.figures
  const { plain, hard, categories } = figures
  return (
    <Panel title="How well danger is found">
      <div className={styles.stack}>
        <p>
          Measured on {(plain.messages + hard.messages).toLocaleString('en-GB')} labelled messages, each judged by a
          detector that had seen neither it nor its like. {learning.builtIn.messages.toLocaleString('en-GB')} messages
          are built in{used && `, and version ${used.version} learned from ${used.examples} of your own`}.
        </p>
        <FigureTable label="How well danger is found" columns={[{ label: 'Now', figures }]} />
        {categories.length > 0 && (
          <details className={styles.messages}>
            <summary>By kind of message</summary>
            <Table
              label="By kind of message"
              columns={[
                { id: 'kind', label: 'Kind', names: true, cell: ({ category }) => nameOfDanger(category) },
                { id: 'messages', label: 'Messages', numeric: true, cell: ({ messages }) => messages },
                {
                  id: 'right',
                  label: 'A person is called for danger, and for nothing else',
                  numeric: true,
                  cell: ({ right, messages }) =>
                    messages < 20 ? `${right} of ${messages}` : `${((100 * right) / messages).toFixed(0)}%`,
                },
              ]}
              rows={categories}
              rowKey={({ category }) => category}
            />
          </details>
        )}
      </div>
    </Panel>
  )
}

const exampleColumns: Column<SafetyExample>[] = [
  {
    id: 'text',
    label: 'Message',
    names: true,
    cell: ({ text }) =>
      text === null ? 'Words only for operators and supervisors' : <q className={styles.phrase}>{text}</q>,
  },
  {
    id: 'label',
    label: 'Really was',
    cell: ({ label, category }) => (
      <span className={styles.why}>
        <Badge tone={label === 'none' ? 'neutral' : label}>{verdictWords[label]}</Badge>
        {label !== 'none' && <small>{nameOfDanger(category)}</small>}
      </span>
    ),
  },
  { id: 'verdict', label: 'Was judged', cell: ({ verdict }) => verdictWords[verdict] },
  {
    id: 'by',
    label: 'Marked by',
    extra: true,
    cell: ({ markedBy, markedAt }) => `${markedBy}, ${formatMoment(markedAt)}`,
  },
]

function Examples({ examples }: { examples: readonly SafetyExample[] }) {
  return (
    <Panel title={`Labelled by your people (${examples.length})`} flush={examples.length > 0}>
      {examples.length === 0 ? (
        <p className={styles.none}>
          Nothing yet. Operators mark a message right or wrong beside its alert in the inbox.
        </p>
      ) : (
        <Table label="Labelled by your people" columns={exampleColumns} rows={examples} rowKey={({ id }) => id} />
      )}
    </Panel>
  )
}
