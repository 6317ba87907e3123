import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { insightsRoutes, type Schedule } from '../../schema/api/insights.ts'
import { call, wordsOf } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { formatMoment } from '../ui/time.tsx'
import styles from './insights.module.css'
import { schedulesQuery } from './insights-queries.ts'
import { LoadedPanel } from './loaded-panel.tsx'

const rhythms = [
  { value: 'day', label: 'Every day, about the day before' },
  { value: 'week', label: 'Every Monday, about the week before' },
  { value: 'month', label: 'On the first of each month, about the month before' },
] as const
const formats = [
  { value: 'pdf', label: 'Report as PDF' },
  { value: 'xlsx', label: 'Excel' },
] as const

interface ScheduleDialogProps {
  /** The department that is shown now; reports are about it, or about all. */
  department: { id: string; name: string } | undefined
  onClose: () => void
}

/** Reports that go out by mail, and a new one. */
export function ScheduleDialog({ department, onClose }: ScheduleDialogProps) {
  const schedules = useQuery(schedulesQuery)
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [every, setEvery] = useState<Schedule['every']>('week')
  const [format, setFormat] = useState<Schedule['format']>('pdf')
  const [to, setTo] = useState('')
  const [checked, setChecked] = useState(false)
  const addresses = to.split(/[\s,;]+/).filter((each) => each !== '')
  const errors = {
    name: name.trim() === '' ? 'Give the report a name' : undefined,
    to: z.array(z.email()).min(1).max(20).safeParse(addresses).success
      ? undefined
      : 'Write one to twenty addresses, one on each line',
  }
  const again = () => queries.invalidateQueries({ queryKey: schedulesQuery.queryKey })
  const add = useMutation({
    mutationFn: () =>
      call(insightsRoutes.addSchedule, {
        body: { name: name.trim(), every, hour: 7, format, department: department?.id ?? null, to: addresses },
      }),
    onSuccess: async () => {
      await again()
      setName('')
      setTo('')
      setChecked(false)
    },
  })
  const remove = useMutation({
    mutationFn: (id: string) => call(insightsRoutes.removeSchedule, { params: { id } }),
    onSuccess: again,
  })
  const failed = add.error ?? remove.error
  return (
    <Dialog
      open
      onClose={onClose}
      title="Send figures by mail"
      verb="Send this report"
      cancel="Close"
      fieldFirst
      wide
      busy={add.isPending}
      onConfirm={() => {
        setChecked(true)
        if (!errors.name && !errors.to) add.mutate()
      }}
    >
      <LoadedPanel query={schedules} what="reports">
        {(data) => (
          <div className={styles.page}>
            {!data.canSend && (
              <Banner tone="waiting" title="No mail server is named.">
                Reports wait until an admin names one under Settings, Mail.
              </Banner>
            )}
            {failed && (
              <Banner tone="emergency" live title="Not saved.">
                {wordsOf(failed)}
              </Banner>
            )}
            {data.schedules.length > 0 && (
              <Table
                label="Reports that go out"
                rowKey={({ id }) => id}
                rows={data.schedules}
                columns={[
                  { id: 'name', label: 'Report', names: true, cell: (row) => row.name },
                  { id: 'to', label: 'To', extra: true, cell: (row) => row.to.join(', ') },
                  { id: 'next', label: 'Next', cell: (row) => formatMoment(row.nextAt) },
                  {
                    id: 'remove',
                    label: 'Remove',
                    hideLabel: true,
                    cell: (row) => (
                      <IconButton
                        label={`Send “${row.name}” no more`}
                        size="s"
                        icon={<Trash2 size={15} aria-hidden="true" />}
                        onPress={() => remove.mutate(row.id)}
                      />
                    ),
                  },
                ]}
              />
            )}
            <TextField
              label="Name"
              autoFocus
              value={name}
              onChange={setName}
              error={checked ? errors.name : undefined}
            />
            <SelectField
              label="When"
              help="At 07:00."
              options={rhythms}
              value={every}
              onChange={(value) => setEvery(rhythms.find((each) => each.value === value)?.value ?? 'week')}
            />
            <SelectField
              label="As"
              options={formats}
              value={format}
              onChange={(value) => setFormat(formats.find((each) => each.value === value)?.value ?? 'pdf')}
            />
            <TextArea
              label="To"
              rows={2}
              help={`About ${department ? department.name : 'all departments that you may see'}. Each report is recorded as a disclosure.`}
              value={to}
              onChange={setTo}
              error={checked ? errors.to : undefined}
            />
          </div>
        )}
      </LoadedPanel>
    </Dialog>
  )
}
