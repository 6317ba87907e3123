import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { DropZone } from 'react-aria-components'
import type { Overview } from '../../schema/api/knowledge.ts'
import { Loaded } from '../loaded.tsx'
import { Badge } from '../ui/badge.tsx'
import { Page } from '../ui/page.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { BeingAdded } from './being-added.tsx'
import { BeingSent } from './being-sent.tsx'
import { chooseDocuments } from './choose-documents.ts'
import { CollectionsNav } from './collections-nav.tsx'
import { DocumentDialog } from './document-dialog.tsx'
import { DocumentsTable } from './documents-table.tsx'
import { GapsPanel } from './gaps-panel.tsx'
import { keepFocus } from './keep-focus.ts'
import styles from './knowledge.module.css'
import { overviewQuery } from './knowledge-queries.ts'
import { TestPanel } from './test-panel.tsx'
import { TestsPanel } from './tests-panel.tsx'
import { FilesButton, readable, UploadButton } from './upload-button.tsx'
import { useSending } from './use-sending.ts'
import { WhereToDialog } from './where-to-dialog.tsx'

const route = getRouteApi('/frame/for-designers/knowledge')

/** Documents that visitors are answered from: what is there, what is to be done, what is missing, and how well it works. */
export function KnowledgePage() {
  const overview = useQuery(overviewQuery)
  const [text, setText] = useState('')
  const { show = 'all' } = route.useSearch()
  const collections = overview.data?.collections ?? []
  // Where all are shown, it has to be asked which one files go into.
  const collection = collections.length === 1 ? collections[0]?.id : collections.find(({ id }) => id === show)?.id
  const [waiting, setWaiting] = useState<readonly File[]>([])
  const answering = overview.data?.answering
  return (
    <Page
      title="Knowledge"
      filled
      beside={
        answering !== undefined && (
          <Badge tone={answering > 0 ? 'ok' : 'neutral'}>
            Answers from {answering} {answering === 1 ? 'document' : 'documents'}
          </Badge>
        )
      }
      actions={
        <>
          <div className={styles.find}>
            <SearchField label="Find a document" value={text} onChange={setText} />
          </div>
          {collection !== undefined ? (
            <UploadButton primary to={{ collection }} />
          ) : (
            collections.length > 0 && <FilesButton primary onFiles={setWaiting} />
          )}
        </>
      }
    >
      <div className={styles.knowledge}>
        <Loaded query={overview} what="documents">
          {(data) => <Desk data={data} text={text} show={show} collection={collection} onAsk={setWaiting} />}
        </Loaded>
        {waiting.length > 0 && (
          <WhereToDialog files={waiting} collections={collections} onClose={() => setWaiting([])} />
        )}
      </div>
    </Page>
  )
}

interface DeskProps {
  data: Overview
  text: string
  show: string
  /** Where files go that are dropped; undefined where that has to be asked. */
  collection: string | undefined
  onAsk: (files: readonly File[]) => void
}

function Desk({ data, text, show, collection, onAsk }: DeskProps) {
  const { document, version, passage } = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (part: {
    show?: string
    document?: string | undefined
    version?: number | undefined
    passage?: string | undefined
  }) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const { add } = useSending()
  return (
    <>
      <CollectionsNav data={data} show={show} onShow={(next) => choose({ show: next })} />
      <DropZone
        className={styles.middle}
        aria-label="Documents. Files can be dropped here."
        getDropOperation={() => 'copy'}
        onDrop={async ({ items }) => {
          const files = await Promise.all(items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : [])))
          const taken = files.filter(({ name }) => readable.some((end) => name.toLowerCase().endsWith(end)))
          if (taken.length < files.length) showToast('PDF, Word, text, Markdown and HTML are read.', { tone: 'fault' })
          if (taken.length === 0 || data.collections.length === 0) return
          if (collection === undefined) onAsk(taken)
          else add(taken, { collection })
        }}
      >
        <BeingSent collections={data.collections} />
        <BeingAdded data={data} onOpen={(id) => choose({ document: id })} />
        <DocumentsTable
          data={data}
          documents={chooseDocuments(data.documents, { show, text }, Date.now())}
          selected={document}
          onOpen={(id) => choose({ document: id })}
          filtered={text !== '' || show !== 'all'}
        />
        <GapsPanel collections={data.collections} />
        <TestsPanel data={data} />
      </DropZone>
      <TestPanel
        data={data}
        onOpen={({ document: id, version: number, id: found }) =>
          choose({ document: id, version: number, passage: found })
        }
      />
      {document && (
        <DocumentDialog
          id={document}
          version={version}
          passage={passage}
          collections={data.collections}
          onClose={() => {
            choose({ document: undefined, version: undefined, passage: undefined })
            keepFocus(document)
          }}
        />
      )}
    </>
  )
}
