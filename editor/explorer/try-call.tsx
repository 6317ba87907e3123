import { useMutation } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { toExample } from '../../schema/api/to-example.ts'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { RadioGroupField } from '../ui/radio-group-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Code } from './code.tsx'
import styles from './explorer.module.css'
import { type Outcome, sendDraft } from './send-draft.ts'
import type { ApiCall } from './to-calls.ts'
import { type Caller, type Draft, toCurl } from './to-request.ts'

/** Makes the call for real: as the person who is signed in, or with a key or token. */
export function TryCall({ call }: { call: ApiCall }) {
  const { method, path, parameters = [], requestBody } = call
  const schema = requestBody?.content['application/json']?.schema
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [body, setBody] = useState(() => schema && JSON.stringify(toExample(schema), null, 2))
  const [as, setAs] = useState<Caller['kind']>(startAs(call['x-access']))
  const [token, setToken] = useState('')
  const [checked, setChecked] = useState(false)
  const part = (place: string) =>
    Object.fromEntries(
      parameters.flatMap(({ name, in: where }) => (where === place ? [[name, values[name] ?? '']] : [])),
    )
  const caller: Caller = as === 'token' ? { kind: 'token', token } : { kind: as }
  const draft: Draft = { method, path, params: part('path'), query: part('query'), body, caller }
  const send = useMutation({ mutationFn: () => sendDraft(draft) })
  const missing = parameters.filter(({ name, required }) => required && !values[name])
  const streams = !Object.keys(call.responses['200']?.content ?? { json: {} }).some(
    (media) => !media.includes('event-stream'),
  )
  return (
    <Panel title="Try it">
      <Form
        className={styles.parts}
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
          if (missing.length === 0) send.mutate()
        }}
      >
        <CallerFields access={call['x-access']} as={as} token={token} onAs={setAs} onToken={setToken} />
        {parameters.length > 0 && (
          <div className={styles.fields}>
            {parameters.map(({ name, required }) => (
              <TextField
                key={name}
                label={name}
                mono
                optional={!required}
                value={values[name] ?? ''}
                onChange={(value) => setValues({ ...values, [name]: value })}
                error={checked && required && !values[name] ? 'This has to be there' : undefined}
              />
            ))}
          </div>
        )}
        {body !== undefined && (
          <TextArea
            label="Body"
            mono
            rows={Math.min(14, body.split('\n').length + 1)}
            value={body}
            onChange={setBody}
          />
        )}
        <Code title="The same in a terminal" copies="The command" text={toCurl(draft, window.location.origin)} />
        {streams ? (
          <p>This answers with a stream that stays open. Follow it in a terminal, with curl -N.</p>
        ) : (
          <div className={styles.foot}>
            <Button type="submit" icon={<Play size={14} aria-hidden="true" />} busy={send.isPending}>
              Send
            </Button>
            {method !== 'GET' && <span>It is done for real, and stands in the audit log.</span>}
          </div>
        )}
      </Form>
      {send.isError && (
        <Banner tone="emergency" live title="No answer.">
          Signpost can’t be reached. Check your connection.
        </Banner>
      )}
      {send.data && <Answer outcome={send.data} />}
    </Panel>
  )
}

interface CallerFieldsProps {
  access: string | readonly string[]
  as: Caller['kind']
  token: string
  onAs: (as: Caller['kind']) => void
  onToken: (token: string) => void
}

function CallerFields({ access, as, token, onAs, onToken }: CallerFieldsProps) {
  if (access === 'public') return null
  const isVisitor = access === 'visitor'
  return (
    <>
      {!isVisitor && (
        <RadioGroupField
          label="Who calls"
          value={as}
          onChange={(value) => onAs(value === 'token' ? 'token' : 'me')}
          options={[
            { value: 'me', label: 'I do', help: 'With your session' },
            { value: 'token', label: 'A program', help: 'With a key' },
          ]}
        />
      )}
      {as === 'token' && (
        <TextField
          label={isVisitor ? 'Token of the contact' : 'Key'}
          help="It stays on this page and is forgotten when you leave it."
          mono
          autoComplete="off"
          value={token}
          onChange={onToken}
        />
      )}
    </>
  )
}

function startAs(access: string | readonly string[]): Caller['kind'] {
  if (access === 'public') return 'nobody'
  return access === 'visitor' ? 'token' : 'me'
}

function Answer({ outcome: { status, ms, type, text, bytes } }: { outcome: Outcome }) {
  return (
    <section className={styles.outcome} aria-label="Answer">
      <p role="status" className={styles.foot}>
        <Badge tone={status < 300 ? 'ok' : 'fault'}>{status}</Badge>
        <span className="num">
          {ms} ms · {bytes.toLocaleString('en-GB')} bytes{type && ` · ${type}`}
        </span>
      </p>
      {text !== undefined && text !== '' && <Code title="Answer" copies="The answer" text={text} />}
      {text === undefined && <p>The answer is a file.</p>}
    </section>
  )
}
