import { Check, FileText } from 'lucide-react'
import { type KnowledgeDocument, knowledgeRoutes, type Overview } from '../../schema/api/knowledge.ts'
import { call } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Progress } from '../ui/progress.tsx'
import { keepFocus } from './keep-focus.ts'
import styles from './knowledge.module.css'
import { useKnowledgeAct } from './use-knowledge-act.ts'

/** How many are shown as cards; all of them stand in the table. */
const most = 3

interface BeingAddedProps {
  data: Overview
  onOpen: (id: string) => void
}

/** What is being read, and what waits to be approved. */
export function BeingAdded({ data, onOpen }: BeingAddedProps) {
  const open = data.documents.filter(({ newest }) => newest.status === 'reading' || newest.status === 'ready')
  const name = (id: string) => data.collections.find((collection) => collection.id === id)?.name ?? id
  return open
    .slice(0, most)
    .map((document) =>
      document.newest.status === 'reading' ? (
        <Reading key={document.id} document={document} collection={name(document.collection)} />
      ) : (
        <Ready key={document.id} document={document} collection={name(document.collection)} onOpen={onOpen} />
      ),
    )
}

interface CardProps {
  document: KnowledgeDocument
  collection: string
}

function Reading({ document: { title, newest }, collection }: CardProps) {
  const { done = 0, of = 0 } = newest.progress ?? {}
  return (
    <section className={styles.card} aria-label={`Being added: ${title}`}>
      <span className={styles.file}>
        <FileText size={18} aria-hidden="true" />
      </span>
      <div className={styles.words}>
        <b>{title}</b>
        <p>
          {collection} · added by {newest.addedBy} · not used until approved
        </p>
      </div>
      <div className={styles.progress}>
        <Progress
          name={`Reading ${title}`}
          label="Reading"
          words={of > 0 ? `page ${done} of ${of}` : undefined}
          done={done}
          of={of > 0 ? of : null}
        />
      </div>
    </section>
  )
}

function Ready({ document, collection, onOpen }: CardProps & { onOpen: (id: string) => void }) {
  const { id, title, live, newest, origin } = document
  const approve = useKnowledgeAct({
    act: () => call(knowledgeRoutes.decide, { params: { id, version: newest.version }, body: { approve: true } }),
    done: () => `“${title}” answers now`,
    onDone: () => keepFocus(id),
  })
  const warning = newest.warnings[0]
  return (
    <section className={styles.card} aria-label={`Ready to approve: ${title}`}>
      <span className={classes(styles.file, styles.ready)}>
        <FileText size={18} aria-hidden="true" />
      </span>
      <div className={styles.words}>
        <b>{title}</b>
        <p>
          {collection} ·{' '}
          {origin?.operator ? `proposed by ${origin.operator}` : live ? `replaces version ${live}` : 'new'}
          {warning && ` · ${warning}`}
        </p>
      </div>
      <p className={styles.readyWords}>
        <Check size={14} aria-hidden="true" />
        {newest.mayApprove ? 'Ready to approve' : 'For somebody else to approve'}
      </p>
      <div className={styles.buttons}>
        <Button size="s" onPress={() => onOpen(id)} aria-label={`Read ${title}`}>
          Read
        </Button>
        {newest.mayApprove && (
          <Button
            size="s"
            variant="primary"
            busy={approve.isPending}
            onPress={() => approve.mutate()}
            aria-label={`Approve ${title}`}
          >
            Approve
          </Button>
        )}
      </div>
    </section>
  )
}
