import { toShape } from '../../schema/api/to-shape.ts'
import { roleNames } from '../role-names.ts'
import { Badge } from '../ui/badge.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { Method } from './call-list.tsx'
import { Code } from './code.tsx'
import styles from './explorer.module.css'
import type { ApiCall } from './to-calls.ts'
import { TryCall } from './try-call.tsx'

/** One call: who may make it, what goes in, what comes back; and trying it out. */
export function CallView({ call }: { call: ApiCall }) {
  const { method, path, summary, parameters = [], requestBody, responses } = call
  const body = requestBody?.content['application/json']?.schema
  return (
    <>
      <Panel title={summary}>
        <div className={styles.parts}>
          <p className={styles.address}>
            <Method method={method} /> <code>{path}</code>
          </p>
          <dl className={styles.facts}>
            <dt>Who may call it</dt>
            <dd>{whoMay(call['x-access'])}</dd>
            <dt>Scope of a key</dt>
            <dd>{call['x-scope'] ? <code>{call['x-scope']}</code> : <Badge icon={null}>No key opens it</Badge>}</dd>
            <dt>Name in the description</dt>
            <dd>
              <code>{call.operationId}</code>
            </dd>
          </dl>
          {parameters.length > 0 && (
            <Table
              label="Parameters"
              rowKey={({ name }) => name}
              rows={parameters}
              columns={[
                { id: 'name', label: 'Parameter', names: true, cell: ({ name }) => <code>{name}</code> },
                { id: 'in', label: 'In', cell: (parameter) => parameter.in },
                { id: 'type', label: 'Type', cell: ({ schema }) => <code>{toShape(schema)}</code> },
                { id: 'required', label: 'Has to be there', cell: ({ required }) => (required ? 'Yes' : 'No') },
              ]}
            />
          )}
          {body && <Code title="Body" text={toShape(body)} />}
        </div>
      </Panel>
      <TryCall call={call} />
      <Panel title="Answers">
        <div className={styles.parts}>
          {Object.entries(responses).map(([status, { description, content = {} }]) => (
            <section key={status} className={styles.answer}>
              <h3>
                {status === 'default' ? 'Others' : status} <span>{description}</span>
              </h3>
              {status.startsWith('2') &&
                Object.entries(content).map(([media, { schema }]) => (
                  <Code
                    key={media}
                    title={media}
                    text={media.includes('json') && schema ? toShape(schema) : undefined}
                  />
                ))}
            </section>
          ))}
        </div>
      </Panel>
    </>
  )
}

function whoMay(access: string | readonly string[]): string {
  if (access === 'public') return 'Anybody'
  if (access === 'visitor') return 'The visitor, with the token of their contact'
  if (typeof access === 'string') return 'Anybody who is signed in'
  return access.map((role) => Object.entries(roleNames).find(([id]) => id === role)?.[1].name ?? role).join(', ')
}
