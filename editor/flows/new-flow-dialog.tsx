import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { flowsRoutes, type Template } from '../../schema/api/flows.ts'
import { call, wordsOf } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TemplatePicker } from '../ui/template-picker.tsx'
import { TextField } from '../ui/text-field.tsx'
import { flowsQuery, templatesQuery } from './flow-queries.ts'
import styles from './flows.module.css'

const empty: Template = {
  id: '',
  name: 'Empty flow',
  description: 'A start, and nothing else. For people who know what they want to draw.',
  nodes: 1,
  locales: ['en-GB'],
  picture: { boxes: [[98, 48, 44, 20, 'flow']], lines: [] },
}

/** Makes a flow and opens it: empty, or from one of the templates. */
export function NewFlowDialog({ onClose }: { onClose: () => void }) {
  const [template, setTemplate] = useState('')
  const [name, setName] = useState('')
  const templates = useQuery(templatesQuery)
  const queries = useQueryClient()
  const router = useRouter()
  const choices = [empty, ...(templates.data?.templates ?? [])]
  const chosen = choices.find(({ id }) => id === template) ?? empty
  const create = useMutation({
    mutationFn: () =>
      call(flowsRoutes.create, {
        body: { name: name.trim() || (template ? chosen.name : 'New flow'), template: template || undefined },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: flowsQuery.queryKey })
      router.history.push(`/flows/${id}`)
    },
  })
  return (
    <Dialog
      open
      wide
      fieldFirst
      onClose={onClose}
      title="New flow"
      verb="Make the flow"
      busy={create.isPending}
      onConfirm={() => create.mutate()}
    >
      <div className={styles.gallery}>
        <TextField
          label="Name"
          optional
          autoFocus
          value={name}
          onChange={setName}
          placeholder={template ? chosen.name : 'For example, Report anti-social behaviour'}
        />
        {templates.isPending && <Skeleton label="Loading templates" />}
        {templates.isError && (
          <ErrorState onRetry={() => void templates.refetch()}>
            {wordsOf(templates.error)} You can still make an empty flow.
          </ErrorState>
        )}
        <TemplatePicker label="Start from" templates={choices} value={template} onChange={setTemplate} />
        {create.isError && (
          <Banner tone="emergency" live title="Not made.">
            {wordsOf(create.error)}
          </Banner>
        )}
      </div>
    </Dialog>
  )
}
