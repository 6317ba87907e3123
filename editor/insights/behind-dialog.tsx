import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { InsightsFilter } from '../../schema/api/insights.ts'
import { endingLabels } from '../../schema/insights.ts'
import { nameIntent } from '../../schema/name-intent.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Table } from '../ui/table.tsx'
import { formatMoment } from '../ui/time.tsx'
import styles from './insights.module.css'
import { type Behind, behindQuery } from './insights-queries.ts'
import { LoadedPanel } from './loaded-panel.tsx'
import { formatSeconds } from './words.ts'

interface BehindDialogProps {
  title: string
  filter: InsightsFilter
  behind: Behind
  nameOf: (department: string) => string
  onClose: () => void
}

/** The contacts behind a figure. Seeing them is recorded. */
export function BehindDialog({ title, filter, behind, nameOf, onClose }: BehindDialogProps) {
  const contacts = useQuery(behindQuery(filter, behind))
  return (
    <Dialog open onClose={onClose} title={title} cancel="Close" wide>
      <LoadedPanel query={contacts} what="contacts">
        {(data) =>
          data.contacts.length === 0 ? (
            <p>None of these contacts is one of your departments’, so you cannot open them.</p>
          ) : (
            <>
              <div className={styles.scroll}>
                <Table
                  label={title}
                  rowKey={({ id }) => id}
                  rows={data.contacts}
                  columns={[
                    {
                      id: 'number',
                      label: 'Contact',
                      names: true,
                      cell: ({ id, number }) => (
                        <Link to="/inbox" search={{ contact: id }}>
                          {number}
                        </Link>
                      ),
                    },
                    { id: 'began', label: 'Began', cell: ({ beganAt }) => formatMoment(beganAt) },
                    { id: 'matter', label: 'Contact type', cell: ({ intent }) => nameIntent(intent) },
                    {
                      id: 'department',
                      label: 'Department',
                      extra: true,
                      cell: ({ department }) => (department ? nameOf(department) : '–'),
                    },
                    { id: 'ending', label: 'Ended', cell: ({ ending }) => endingLabels[ending] },
                    {
                      id: 'wait',
                      label: 'Wait',
                      numeric: true,
                      extra: true,
                      cell: ({ waited }) => formatSeconds(waited),
                    },
                  ]}
                />
              </div>
              <p className={styles.definition}>
                {data.more ? 'The newest 200 are shown. ' : ''}That you saw this list is recorded.
              </p>
            </>
          )
        }
      </LoadedPanel>
    </Dialog>
  )
}
