import { useQuery } from '@tanstack/react-query'
import { tasksRoutes } from '../../schema/api/tasks.ts'
import { call } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { Button } from '../ui/button.tsx'
import { Elapsed } from '../ui/time.tsx'
import styles from './inbox.module.css'
import task from './task-item.module.css'
import { TaskItem } from './task-item.tsx'
import { showTile, useTiles } from './use-tiles.ts'

/** What a person has to look at, of all contacts that one may see: also of those that nobody has open. */
export function OpenTasks() {
  const { data } = useQuery({
    queryKey: [...inboxKey, 'tasks'],
    queryFn: ({ signal }) => call(tasksRoutes.list, { signal }),
    refetchInterval: 30_000,
  })
  // What stands in a tile is settled there.
  const places = useTiles((tiles) => tiles.places)
  const elsewhere = (data?.tasks ?? []).filter(({ contact }) => !places.includes(contact))
  if (elsewhere.length === 0) return null
  return (
    <section aria-label="To look at">
      <h2 className={styles.lane}>
        To look at <span className="num">{elsewhere.length}</span>
      </h2>
      <ul>
        {elsewhere.map((one) => (
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
