import { useMutation, useQueryClient } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { type Task, type taskOutcomes, tasksRoutes } from '../../schema/api/tasks.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './task-item.module.css'

interface TaskItemProps {
  task: Task
  /** The contact's short number, as it may stand in the other system. */
  number: number
}

/** One thing to look at: what happened, where to look, and what was found there. */
export function TaskItem({ task, number }: TaskItemProps) {
  const [found, setFound] = useState(false)
  const [reference, setReference] = useState('')
  const queries = useQueryClient()
  const settle = useMutation({
    mutationFn: (outcome: (typeof taskOutcomes)[number]) =>
      call(tasksRoutes.settle, {
        params: { id: task.id },
        body: { outcome, ...(outcome === 'recorded' && reference.trim() !== '' && { reference: reference.trim() }) },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  })
  return (
    <div className={styles.task}>
      <p>
        <TriangleAlert size={14} aria-hidden="true" />
        <span>
          {task.text}
          {task.system && (
            <>
              {' '}
              <b>
                Look in {task.system} for contact {number}, then say what you found.
              </b>
            </>
          )}
        </span>
      </p>
      {found && <TextField label="Reference over there" optional autoFocus value={reference} onChange={setReference} />}
      {settle.isError && <p role="alert">{wordsOf(settle.error)}</p>}
      <div>
        {task.system === null ? (
          <Button size="s" busy={settle.isPending} onPress={() => settle.mutate('done')}>
            Seen to
          </Button>
        ) : found ? (
          <>
            <Button size="s" variant="quiet" onPress={() => setFound(false)}>
              Back
            </Button>
            <Button size="s" busy={settle.isPending} onPress={() => settle.mutate('recorded')}>
              Say it is recorded
            </Button>
          </>
        ) : (
          <>
            <Button size="s" onPress={() => setFound(true)}>
              It is recorded
            </Button>
            <Button size="s" busy={settle.isPending} onPress={() => settle.mutate('not-recorded')}>
              It is not recorded
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
