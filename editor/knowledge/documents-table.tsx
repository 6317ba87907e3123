import { BookOpen } from 'lucide-react'
import type { KnowledgeDocument, Overview } from '../../schema/api/knowledge.ts'
import { Badge } from '../ui/badge.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { titleId } from './keep-focus.ts'
import styles from './knowledge.module.css'
import { statusOf } from './status-of.ts'

interface DocumentsTableProps {
  data: Overview
  documents: readonly KnowledgeDocument[]
  selected: string | undefined
  onOpen: (id: string) => void
  /** Something was chosen or searched for. */
  filtered: boolean
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** The documents, with how each stands. */
export function DocumentsTable({ data, documents, selected, onOpen, filtered }: DocumentsTableProps) {
  if (documents.length === 0)
    return (
      <Panel flush>
        <EmptyState icon={BookOpen} title={filtered ? 'No document is like that' : 'No document yet'}>
          {filtered
            ? 'Search for other words, or choose another collection.'
            : 'Upload policies, guides and answers. Nothing of them is used before somebody approves it.'}
        </EmptyState>
      </Panel>
    )
  const now = Date.now()
  const columns: Column<KnowledgeDocument>[] = [
    {
      id: 'title',
      label: 'Document',
      names: true,
      cell: ({ id, title }) => (
        <button type="button" id={titleId(id)} className={styles.title} onClick={() => onOpen(id)}>
          {title}
        </button>
      ),
    },
    {
      id: 'collection',
      label: 'Collection',
      extra: true,
      cell: ({ collection }) => data.collections.find(({ id }) => id === collection)?.name ?? collection,
    },
    { id: 'version', label: 'Version', extra: true, numeric: true, cell: ({ live, newest }) => live ?? newest.version },
    {
      id: 'status',
      label: 'Status',
      cell: (document) => {
        const { label, tone } = statusOf(document, now)
        return <Badge tone={tone}>{label}</Badge>
      },
    },
    {
      id: 'review',
      label: 'Review by',
      extra: true,
      cell: ({ reviewOn }) =>
        reviewOn ? (
          <span className={styles.day}>{dayFormat.format(new Date(reviewOn))}</span>
        ) : (
          <span className={styles.hint}>Not set</span>
        ),
    },
    { id: 'cited', label: 'Cited, 7 days', numeric: true, cell: ({ cited }) => cited.toLocaleString('en-GB') },
  ]
  return (
    <Table label="Documents" columns={columns} rows={documents} rowKey={({ id }) => id} selected={selected ?? ''} />
  )
}
