import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from 'react-aria-components'
import { type CannedReply, repliesRoutes } from '../../schema/api/replies.ts'
import { call } from '../api.ts'
import { departmentsQuery } from '../departments-query.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FormFoot } from './form-foot.tsx'
import { repliesQuery } from './replies-query.ts'
import styles from './settings.module.css'
import { useSave } from './use-save.ts'

const everybody = ''

/** Writes or changes a canned reply. */
export function ReplyForm({ reply, onDone }: { reply?: CannedReply; onDone: () => void }) {
  const words = typeof reply?.text === 'string' ? { 'en-GB': reply.text } : reply?.text
  const [title, setTitle] = useState(reply?.title ?? '')
  const [english, setEnglish] = useState(words?.['en-GB'] ?? '')
  const [welsh, setWelsh] = useState(words?.['cy-GB'] ?? '')
  const [department, setDepartment] = useState(reply?.department ?? everybody)
  const [approved, setApproved] = useState(reply?.approved ?? false)
  const [checked, setChecked] = useState(false)
  const departments = useQuery(departmentsQuery).data?.departments ?? []
  const errors = {
    title: title.trim() === '' ? 'Give it a name by which it is found' : undefined,
    english: english.trim() === '' ? 'Write the words' : undefined,
  }
  const save = useSave(
    () => {
      const text = { 'en-GB': english.trim(), ...(welsh.trim() === '' ? {} : { 'cy-GB': welsh.trim() }) }
      const body = { title: title.trim(), department: department || null, text, approved }
      return reply ? call(repliesRoutes.save, { params: { id: reply.id }, body }) : call(repliesRoutes.create, { body })
    },
    { queryKey: repliesQuery.queryKey, said: (saved) => `“${saved.title}” is saved`, onDone },
  )
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (!errors.title && !errors.english) save.mutate()
      }}
    >
      <div className={styles.two}>
        <TextField
          label="Name"
          autoFocus
          value={title}
          onChange={setTitle}
          error={checked ? errors.title : undefined}
        />
        <SelectField
          label="For"
          options={[
            { value: everybody, label: 'Everybody' },
            ...departments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={department}
          onChange={setDepartment}
        />
      </div>
      <TextArea
        label="Words"
        rows={4}
        value={english}
        onChange={setEnglish}
        error={checked ? errors.english : undefined}
      />
      <TextArea
        label="Words in Welsh"
        optional
        help="Visitors who write in Welsh get these."
        rows={4}
        value={welsh}
        onChange={setWelsh}
      />
      <CheckboxField
        label="Approved for safeguarding and emergency contacts"
        isSelected={approved}
        onChange={setApproved}
      />
      <FormFoot verb="Save the reply" busy={save.isPending} error={save.error} onCancel={onDone} />
    </Form>
  )
}
