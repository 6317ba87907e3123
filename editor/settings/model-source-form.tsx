import { type ReactNode, useState } from 'react'
import { Form } from 'react-aria-components'
import { ModelSource } from '../../schema/model-source.ts'
import { toLines } from '../to-id.ts'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { PrivateAddressesField } from './private-addresses-field.tsx'
import styles from './settings.module.css'

interface ModelSourceFormProps {
  source: ModelSource | undefined
  verb: string
  busy: boolean
  onSend: (source: ModelSource) => void
  children?: ReactNode
}

/** Which model to fetch, and from where. */
export function ModelSourceForm({
  source = ModelSource.parse({}),
  verb,
  busy,
  onSend,
  children,
}: ModelSourceFormProps) {
  const [origin, setOrigin] = useState(source.origin)
  const [repository, setRepository] = useState(source.repository)
  const [revision, setRevision] = useState(source.revision)
  const [hosts, setHosts] = useState(source.hosts.join('\n'))
  const [addresses, setAddresses] = useState(source.addresses.join('\n'))
  const [checked, setChecked] = useState(false)
  const parsed = ModelSource.safeParse({
    origin: origin.trim(),
    repository: repository.trim(),
    revision: revision.trim(),
    hosts: toLines(hosts),
    addresses: toLines(addresses),
  })
  const wrong = (field: keyof ModelSource) =>
    checked && parsed.error?.issues.some(({ path }) => path[0] === field) === true
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (parsed.success) onSend(parsed.data)
      }}
    >
      <p className={styles.intro}>
        Signpost reaches these hosts only when you press the button, and sends them nothing but the name of the model.
        Where the server has no way out, put the model’s folder into the one that MODEL_DIR names.
      </p>
      <div className={styles.two}>
        <TextField
          label="Model"
          mono
          help="Owner and name, in ONNX format for transformers.js."
          value={repository}
          onChange={setRepository}
          error={wrong('repository') ? 'Write owner and name, for example Xenova/all-MiniLM-L6-v2' : undefined}
        />
        <TextField
          label="Version"
          mono
          help="A branch, a tag or a commit."
          value={revision}
          onChange={setRevision}
          error={wrong('revision') ? 'Write a branch, a tag or a commit, for example main' : undefined}
        />
      </div>
      <TextField
        label="Server"
        mono
        help="huggingface.co, or a server of your own that gives models in the same way."
        value={origin}
        onChange={setOrigin}
        error={wrong('origin') ? 'Use scheme, host and port only, for example https://huggingface.co' : undefined}
      />
      <TextArea
        label="Hosts that it may send on to"
        optional
        mono
        rows={2}
        help="One on each line. Large files often lie on another host; *. stands for any name in front."
        value={hosts}
        onChange={setHosts}
        error={wrong('hosts') ? 'Write one host on each line, for example *.hf.co' : undefined}
      />
      <PrivateAddressesField value={addresses} onChange={setAddresses} />
      <div className={styles.foot}>
        <Button type="submit" variant="primary" busy={busy}>
          {verb}
        </Button>
        {children}
      </div>
    </Form>
  )
}
