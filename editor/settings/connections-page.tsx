import { useQuery } from '@tanstack/react-query'
import { Plug, Plus } from 'lucide-react'
import { useState } from 'react'
import { Loaded } from '../loaded.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { ConnectionForm } from './connection-form.tsx'
import { ConnectionPanel } from './connection-panel.tsx'
import styles from './settings.module.css'
import { connectionsQuery } from './settings-queries.ts'

/** Systems that flows may call. */
export function ConnectionsPage() {
  const connections = useQuery(connectionsQuery)
  const [open, setOpen] = useState<string>()
  const close = () => setOpen(undefined)
  const add = (
    <Button icon={<Plus size={16} aria-hidden="true" />} onPress={() => setOpen('new')} isDisabled={open === 'new'}>
      Add a connection
    </Button>
  )
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>
          A connection is a system that flows and operators may use, such as records. Only an admin says where it is.
        </p>
        {add}
      </div>
      <Loaded query={connections} what="connections">
        {(data) => (
          <>
            {open === 'new' && (
              <Panel title="New connection">
                <ConnectionForm taken={data.connections.map(({ id }) => id)} onDone={close} />
              </Panel>
            )}
            {data.connections.length === 0 && open !== 'new' && (
              <Panel flush>
                <EmptyState icon={Plug} title="No connection yet" actions={add}>
                  Flows call no system until you name one here.
                </EmptyState>
              </Panel>
            )}
            {data.connections.map((connection) =>
              open === connection.id ? (
                <Panel key={connection.id} title={connection.name}>
                  <ConnectionForm connection={connection} onDone={close} />
                </Panel>
              ) : (
                <ConnectionPanel key={connection.id} connection={connection} onChange={() => setOpen(connection.id)} />
              ),
            )}
          </>
        )}
      </Loaded>
    </>
  )
}
