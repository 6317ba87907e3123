import { Upload } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { callWithFile } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { useKnowledgeAct } from './use-knowledge-act.ts'

/** Files that can be read. */
export const readable = ['.pdf', '.docx', '.txt', '.md', '.html', '.htm']

/** Where files go: into a collection, or to a document whose next version they are. */
export type UploadTo = { collection: string } | { document: string }

/** Sends files, one after the other. */
export function useUpload(to: UploadTo) {
  return useKnowledgeAct<readonly File[]>({
    act: async (files) => {
      for (const file of files) await callWithFile(knowledgeRoutes.upload, { ...to, name: file.name }, file)
    },
    done: (_, files) =>
      files.length === 1 ? `“${files[0]?.name}” is being read` : `${files.length} files are being read`,
  })
}

interface UploadButtonProps {
  to: UploadTo
  label?: string
  primary?: boolean
}

/** Chooses files and sends them. They answer nothing before somebody approves them. */
export function UploadButton({ to, label = 'Upload', primary = false }: UploadButtonProps) {
  const upload = useUpload(to)
  return (
    <FileTrigger
      acceptedFileTypes={readable}
      allowsMultiple={'collection' in to}
      onSelect={(files) => files && files.length > 0 && upload.mutate([...files])}
    >
      <Button
        variant={primary ? 'primary' : 'default'}
        size={primary ? 'm' : 's'}
        busy={upload.isPending}
        icon={<Upload size={16} aria-hidden="true" />}
      >
        {label}
      </Button>
    </FileTrigger>
  )
}
