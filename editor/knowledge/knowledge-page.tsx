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
import { chooseDocuments } from './choose-documents.ts'
import { CollectionsNav } from './collections-nav.tsx'
import { DocumentDialog } from './document-dialog.tsx'
import { DocumentsTable } from './documents-table.tsx'
import { GapsPanel } from './gaps-panel.tsx'
import styles from './knowledge.module.css'
import { overviewQuery } from './knowledge-queries.ts'
import { TestPanel } from './test-panel.tsx'
import { TestsPanel } from './tests-panel.tsx'
import { readable, UploadButton, useUpload } from './upload-button.tsx'

const route = getRouteApi('/frame/for-designers/knowledge')

/** Documents that visitors are answered from: what is there, what is to be done, what is missing, and how well it works. */
export function KnowledgePage() {
  const overview = useQuery(overviewQuery)
  const [text, setText] = useState('')
  const { show = 'all' } = route.useSearch()
  const collection = overview.data?.collections.find(({ id }) => id === show)?.id ?? overview.data?.collections[0]?.id
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
          <SearchField label="Find a document" value={text} onChange={setText} />
          {collection && <UploadButton primary to={{ collection }} />}
        </>
      }
    >
      <div className={styles.knowledge}>
        <Loaded query={overview} what="documents">
          {(data) => <Desk data={data} text={text} show={show} collection={collection ?? ''} />}
        </Loaded>
      </div>
    </Page>
  )
}

interface DeskProps {
  data: Overview
  text: string
  show: string
  collection: string
}

function Desk({ data, text, show, collection }: DeskProps) {
  const { document } = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (part: { show?: string; document?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const upload = useUpload({ collection })
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
          if (taken.length > 0 && collection !== '') upload.mutate(taken)
        }}
      >
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
      <TestPanel data={data} onOpen={(id) => choose({ document: id })} />
      {document && (
        <DocumentDialog id={document} collections={data.collections} onClose={() => choose({ document: undefined })} />
      )}
    </>
  )
}
