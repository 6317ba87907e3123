import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Collection, type DocumentVersion, knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { type Answer, call, wordsOf } from '../api.ts'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextField } from '../ui/text-field.tsx'
import { formatMoment } from '../ui/time.tsx'
import styles from './knowledge.module.css'
import { documentQuery } from './knowledge-queries.ts'
import { PassageList } from './passage-list.tsx'
import { UploadButton } from './upload-button.tsx'
import { useKnowledgeAct } from './use-knowledge-act.ts'
import { VersionChanges } from './version-changes.tsx'

interface DocumentDialogProps {
  id: string
  /** A passage to show where it stands, and its version. */
  version?: number | undefined
  passage?: string | undefined
  collections: readonly Collection[]
  onClose: () => void
}

/** One document: what is known of it, its versions, and what was read of them. */
export function DocumentDialog({ id, version, passage, collections, onClose }: DocumentDialogProps) {
  const document = useQuery(documentQuery(id))
  return (
    <Dialog open wide onClose={onClose} title={document.data?.title ?? 'Document'} cancel="Close">
      {document.data ? (
        <Opened
          key={`${id} ${passage}`}
          document={document.data}
          first={version}
          passage={passage}
          collections={collections}
          onClose={onClose}
        />
      ) : document.isError ? (
        <ErrorState title="Could not load the document" onRetry={() => void document.refetch()}>
          {wordsOf(document.error)}
        </ErrorState>
      ) : (
        <Skeleton label="Loading the document" lines={8} />
      )}
    </Dialog>
  )
}

interface OpenedProps {
  /** The version that is shown at first; the newest where nothing is said. */
  first: number | undefined
  passage: string | undefined
  document: Answer<typeof knowledgeRoutes.get>
  collections: readonly Collection[]
  onClose: () => void
}

function Opened({ document, first, passage, collections, onClose }: OpenedProps) {
  const { id } = document
  const [given, setGiven] = useState({
    title: document.title,
    collection: document.collection,
    reviewOn: document.reviewOn ?? '',
    lastDay: document.lastDay ?? '',
  })
  const [shown, setShown] = useState(first ?? document.newest.version)
  const [against, setAgainst] = useState<number>()
  const [removing, setRemoving] = useState(false)
  const save = useKnowledgeAct({
    act: () =>
      call(knowledgeRoutes.save, {
        params: { id },
        body: { ...given, reviewOn: given.reviewOn || null, lastDay: given.lastDay || null },
      }),
    done: () => `“${given.title}” is saved`,
  })
  const remove = useKnowledgeAct({
    act: () => call(knowledgeRoutes.remove, { params: { id } }),
    done: () => `“${document.title}” is deleted`,
    onDone: onClose,
  })
  const { origin } = document
  return (
    <div className={styles.document}>
      {origin?.operator && (
        <Banner title={`Proposed by ${origin.operator}`}>
          from contact {origin.contactNumber}. Read it for names and places before you approve it.
        </Banner>
      )}
      <div className={styles.fields}>
        <TextField label="Title" value={given.title} onChange={(title) => setGiven({ ...given, title })} />
        <SelectField
          label="Collection"
          options={collections.map(({ id: value, name: label }) => ({ value, label }))}
          value={given.collection}
          onChange={(collection) => setGiven({ ...given, collection })}
        />
        <TextField
          label="Look at it again by"
          type="date"
          value={given.reviewOn}
          onChange={(reviewOn) => setGiven({ ...given, reviewOn })}
        />
        <TextField
          label="Last day of use"
          help="After it nothing of the document answers."
          type="date"
          value={given.lastDay}
          onChange={(lastDay) => setGiven({ ...given, lastDay })}
        />
      </div>
      <div className={styles.buttons}>
        <Button variant="primary" size="s" busy={save.isPending} onPress={() => save.mutate()}>
          Save
        </Button>
        <UploadButton to={{ document: id }} label="New version" />
        <Button size="s" variant="quiet" onPress={() => setRemoving(true)}>
          Delete…
        </Button>
      </div>
      <h3>Versions</h3>
      <ul className={styles.versions}>
        {document.versions.map((version) => (
          <Version
            key={version.version}
            id={id}
            version={version}
            live={document.live === version.version}
            shown={shown === version.version}
            onShow={() => setShown(version.version)}
          />
        ))}
      </ul>
      <CompareWith document={document} shown={shown} against={against} onChange={setAgainst} />
      {against === undefined || against === shown ? (
        <PassageList id={id} version={shown} marked={passage} />
      ) : (
        <VersionChanges id={id} before={Math.min(shown, against)} after={Math.max(shown, against)} />
      )}
      <Dialog
        open={removing}
        danger
        onClose={() => setRemoving(false)}
        title={`Delete “${document.title}”?`}
        verb="Delete the document"
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        <p>
          All its versions, passages and test questions go, and nobody is answered from it any more. What visitors were
          told stays in their contacts. This cannot be undone.
        </p>
      </Dialog>
    </div>
  )
}

interface CompareWithProps {
  document: OpenedProps['document']
  shown: number
  against: number | undefined
  onChange: (version: number | undefined) => void
}

/** Which other version the shown one is held against. */
function CompareWith({ document: { versions, live }, shown, against, onChange }: CompareWithProps) {
  const others = versions.filter(({ version, status }) => version !== shown && isReadable(status))
  if (others.length === 0) return null
  return (
    <SelectField
      label={`Compare version ${shown} with`}
      options={[
        { value: '', label: 'No other version' },
        ...others.map(({ version }) => ({
          value: String(version),
          label: version === live ? `Version ${version}, which answers` : `Version ${version}`,
        })),
      ]}
      value={against === undefined || against === shown ? '' : String(against)}
      onChange={(value) => onChange(value === '' ? undefined : Number(value))}
    />
  )
}

function isReadable(status: DocumentVersion['status']): boolean {
  return status !== 'reading' && status !== 'failed'
}

interface VersionProps {
  id: string
  version: DocumentVersion
  live: boolean
  shown: boolean
  onShow: () => void
}

function Version({ id, version, live, shown, onShow }: VersionProps) {
  const { version: number, status, problem, warnings } = version
  const decide = useKnowledgeAct({
    act: (approve: boolean) => call(knowledgeRoutes.decide, { params: { id, version: number }, body: { approve } }),
    done: (_, approve) => (approve ? `Version ${number} answers now` : `Version ${number} is not used`),
  })
  const readable = isReadable(status)
  return (
    <li className={styles.version}>
      <span className="num">Version {number}</span>
      {live ? (
        <Badge tone="ok">Answers</Badge>
      ) : (
        <Badge tone={status === 'failed' ? 'fault' : 'neutral'}>{statusWords[status]}</Badge>
      )}
      <span className={styles.hint}>
        {version.fileName} · added by {version.addedBy}, {formatMoment(version.addedAt)}
        {version.decidedBy && ` · decided by ${version.decidedBy}`}
        {status === 'ready' && !version.mayApprove && ' · somebody else has to approve it'}
      </span>
      <span className={styles.buttons}>
        {readable && (
          <Button size="s" variant="quiet" onPress={onShow} isDisabled={shown} aria-label={`Read version ${number}`}>
            Read
          </Button>
        )}
        {readable && !live && version.mayApprove && (
          <Button
            size="s"
            variant="primary"
            busy={decide.isPending}
            onPress={() => decide.mutate(true)}
            aria-label={`Approve version ${number}`}
          >
            Approve
          </Button>
        )}
        {(live || status === 'ready') && (
          <Button
            size="s"
            busy={decide.isPending}
            onPress={() => decide.mutate(false)}
            aria-label={live ? `Take back version ${number}` : `Refuse version ${number}`}
          >
            {live ? 'Take back' : 'Refuse'}
          </Button>
        )}
      </span>
      {(problem ?? warnings[0]) && <p className={styles.warning}>{problem ?? warnings.join(' ')}</p>}
    </li>
  )
}

const statusWords: Record<DocumentVersion['status'], string> = {
  reading: 'Being read',
  ready: 'To approve',
  approved: 'Approved before',
  refused: 'Refused',
  failed: 'Could not be read',
}
