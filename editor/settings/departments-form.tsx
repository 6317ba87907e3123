import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Building2, Plus } from 'lucide-react'
import { useState } from 'react'
import { adminRoutes } from '../../schema/api/admin.ts'
import { type Department, usualDepartment } from '../../schema/department.ts'
import { call } from '../api.ts'
import { departmentsQuery } from '../departments-query.ts'
import { toId } from '../to-id.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { showToast } from '../ui/toast.tsx'
import { DepartmentForm } from './department-form.tsx'
import { DepartmentPanel } from './department-panel.tsx'
import styles from './settings.module.css'
import { membersQuery } from './settings-queries.ts'

const blank: Department = { ...usualDepartment, id: '', name: '' }

/** The departments in the order of the force. Each change is saved by itself: the whole list goes to the server. */
export function DepartmentsForm({ saved }: { saved: readonly Department[] }) {
  const [open, setOpen] = useState<string>()
  const queries = useQueryClient()
  const members = useQuery(membersQuery)
  const save = useMutation({
    mutationFn: (departments: Department[]) => call(adminRoutes.saveDepartments, { body: { departments } }),
    onSuccess: (answer) => {
      queries.setQueryData(departmentsQuery.queryKey, answer)
      showToast('The departments are saved')
      setOpen(undefined)
    },
  })
  const move = (from: number, to: number) => {
    const next = saved.filter((_, index) => index !== from)
    const moved = saved[from]
    if (moved) save.mutate([...next.slice(0, to), moved, ...next.slice(to)])
  }
  const close = () => {
    save.reset()
    setOpen(undefined)
  }
  const add = (
    <Button icon={<Plus size={16} aria-hidden="true" />} onPress={() => setOpen('new')} isDisabled={open === 'new'}>
      Add a department
    </Button>
  )
  const form = { busy: save.isPending, error: save.error, onCancel: close }
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>A department is a team with its queue and hours. Flows hand contacts over to it.</p>
        {add}
      </div>
      {open === 'new' && (
        <Panel title="New department">
          <DepartmentForm
            {...form}
            department={blank}
            all={saved}
            onSave={(department) => {
              const id = toId(
                department.name,
                saved.map((other) => other.id),
              )
              save.mutate([...saved, { ...department, id }])
            }}
          />
        </Panel>
      )}
      {saved.length === 0 && open !== 'new' && (
        <Panel flush>
          <EmptyState icon={Building2} title="No department yet" actions={add}>
            Without one, every contact that needs a person waits in one queue.
          </EmptyState>
        </Panel>
      )}
      {saved.map((department, index) =>
        open === department.id ? (
          <Panel key={department.id} title={department.name}>
            <DepartmentForm
              {...form}
              department={department}
              all={saved}
              onSave={(changed) => save.mutate(saved.map((other) => (other.id === changed.id ? changed : other)))}
            />
          </Panel>
        ) : (
          <DepartmentPanel
            key={department.id}
            department={department}
            members={members.data?.members.filter((member) => member.department === department.id)}
            busy={save.isPending}
            onChange={() => setOpen(department.id)}
            onRemove={() => save.mutate(withoutDepartment(saved, department.id))}
            overflowTo={saved.find(({ id }) => id === department.overflow?.to)?.name}
            onUp={index > 0 ? () => move(index, index - 1) : undefined}
            onDown={index < saved.length - 1 ? () => move(index, index + 1) : undefined}
          />
        ),
      )}
    </>
  )
}

/** What pointed at it points nowhere any more: the server takes no list that does. */
function withoutDepartment(departments: readonly Department[], gone: string): Department[] {
  return departments
    .filter(({ id }) => id !== gone)
    .map((department) => ({
      ...department,
      overflow: department.overflow?.to === gone ? null : department.overflow,
      escalations: department.escalations.map((rule) => (rule.to === gone ? { ...rule, to: null } : rule)),
    }))
}
