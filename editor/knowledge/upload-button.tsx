import { Upload } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { callWithFile } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast.tsx'
import { type SentFiles, sendFiles } from './send-files.ts'
import { useKnowledgeAct } from './use-knowledge-act.ts'

/** Files that can be read. */
export const readable = ['.pdf', '.docx', '.txt', '.md', '.html', '.htm']

/** Where files go: into a collection, or to a document whose next version they are. */
export type UploadTo = { collection: string } | { document: string }

/** Sends files, and says of each that was not added why. */
export function useUpload(to: UploadTo) {
  return useKnowledgeAct<readonly File[], SentFiles>({
    act: (files) => sendFiles(files, (file) => callWithFile(knowledgeRoutes.upload, { ...to, name: file.name }, file)),
    done: ({ sent }) =>
      sent.length === 0 ? '' : sent.length === 1 ? `“${sent[0]}” is being read` : `${sent.length} files are being read`,
    onDone: ({ failed }) => {
      for (const { name, why } of failed) showToast(`“${name}” was not added. ${why}`, { tone: 'fault' })
    },
  })
}

interface FilesButtonProps {
  onFiles: (files: readonly File[]) => void
  label?: string
  primary?: boolean
  several?: boolean
  busy?: boolean
}

/** Chooses files. */
export function FilesButton({ onFiles, label = 'Upload', primary = false, several = true, busy }: FilesButtonProps) {
  return (
    <FileTrigger
      acceptedFileTypes={readable}
      allowsMultiple={several}
      onSelect={(files) => files && files.length > 0 && onFiles([...files])}
    >
      <Button
        variant={primary ? 'primary' : 'default'}
        size={primary ? 'm' : 's'}
        busy={busy ?? false}
        icon={<Upload size={16} aria-hidden="true" />}
      >
        {label}
      </Button>
    </FileTrigger>
  )
}

interface UploadButtonProps extends Pick<FilesButtonProps, 'label' | 'primary'> {
  to: UploadTo
}

/** Chooses files and sends them. They answer nothing before somebody approves them. */
export function UploadButton({ to, ...rest }: UploadButtonProps) {
  const upload = useUpload(to)
  return <FilesButton {...rest} several={'collection' in to} busy={upload.isPending} onFiles={upload.mutate} />
}
