import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import { type Connection, type Method, methods } from '../../schema/connection.ts'
import { call, wordsOf } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TriedRequestView } from '../ui/tried-request.tsx'
import styles from './settings.module.css'

/** One call to a connection, shown before it is sent: an admin sees that the address, the key and the answer are right. */
export function DryRunDialog({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const [first = ''] = connection.paths
  const [method, setMethod] = useState<Method>(methods.find((one) => first.startsWith(`${one} `)) ?? 'GET')
  const [path, setPath] = useState(first.replace(/^\w+ \//, ''))
  const [body, setBody] = useState('')
  const sends = method !== 'GET' && method !== 'DELETE'
  const run = useMutation({
    mutationFn: (send: boolean) =>
      call(connectionsRoutes.dryRun, {
        params: { id: connection.id },
        body: { method, path: path.split('/').filter(Boolean), query: {}, body: sends ? body : '', send },
      }),
  })
  const changed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      run.reset()
      set(value)
    }
  const shown = run.data?.request
  return (
    <Dialog open wide fieldFirst onClose={onClose} title={`Try ${connection.name}`} cancel="Close">
      <div className={styles.two}>
        <SelectField
          label="Method"
          options={methods.map((one) => ({ value: one, label: one }))}
          value={method}
          onChange={changed((value) => setMethod(methods.find((one) => one === value) ?? method))}
        />
        <TextField
          label="Path"
          help={`Below ${connection.origin}`}
          mono
          autoFocus
          value={path}
          onChange={changed(setPath)}
        />
      </div>
      {sends && (
        <TextArea label="What is sent, as JSON" optional mono rows={4} value={body} onChange={changed(setBody)} />
      )}
      <div className={styles.foot}>
        <Button onPress={() => run.mutate(false)} busy={run.isPending && run.variables === false}>
          Show the call
        </Button>
        {shown && (
          <Button variant="primary" onPress={() => run.mutate(true)} busy={run.isPending && run.variables === true}>
            Send it once
          </Button>
        )}
      </div>
      {shown && sends && !run.data?.answer && (
        <p>Sending is real: the other system takes it. Use details that are nobody’s.</p>
      )}
      {run.data && <TriedRequestView tried={run.data} />}
      {run.isError && (
        <Banner tone="emergency" live title="Not tried.">
          {wordsOf(run.error)}
        </Banner>
      )}
    </Dialog>
  )
}
