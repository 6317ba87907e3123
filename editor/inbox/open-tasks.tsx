import { useQuery } from '@tanstack/react-query'
import { tasksRoutes } from '../../schema/api/tasks.ts'
import { call } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { Button } from '../ui/button.tsx'
import { Elapsed } from '../ui/time.tsx'
import styles from './inbox.module.css'
import task from './task-item.module.css'
import { TaskItem } from './task-item.tsx'
import { showTile } from './use-tiles.ts'

/** What a person has to look at, of all contacts that one may see: also of those that nobody has open. */
export function OpenTasks() {
  const { data } = useQuery({
    queryKey: [...inboxKey, 'tasks'],
    queryFn: ({ signal }) => call(tasksRoutes.list, { signal }),
    refetchInterval: 30_000,
  })
  if (!data || data.tasks.length === 0) return null
  return (
    <section aria-label="To look at">
      <h2 className={styles.lane}>
        To look at <span className="num">{data.tasks.length}</span>
      </h2>
      <ul>
        {data.tasks.map((one) => (
          <li key={one.id}>
            <div className={task.head}>
              <span>
                <b>{one.name ?? `Contact ${one.number}`}</b> <Elapsed since={one.at} />
              </span>
              <Button
                size="s"
                variant="quiet"
                onPress={() => showTile(one.contact)}
                aria-label={`Open contact ${one.number}`}
              >
                Open
              </Button>
            </div>
            <TaskItem task={one} number={one.number} />
          </li>
        ))}
      </ul>
    </section>
  )
}
