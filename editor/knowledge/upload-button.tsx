import { Upload } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../ui/button.tsx'
import type { UploadTo } from './sending.ts'
import { useSending } from './use-sending.ts'

/** Files that can be read. */
export const readable = ['.pdf', '.docx', '.txt', '.md', '.html', '.htm']

interface FilesButtonProps {
  onFiles: (files: readonly File[]) => void
  label?: string
  primary?: boolean
  several?: boolean
}

/** Chooses files. */
export function FilesButton({ onFiles, label = 'Upload', primary = false, several = true }: FilesButtonProps) {
  return (
    <FileTrigger
      acceptedFileTypes={readable}
      allowsMultiple={several}
      onSelect={(files) => files && files.length > 0 && onFiles([...files])}
    >
      <Button
        variant={primary ? 'primary' : 'default'}
        size={primary ? 'm' : 's'}
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
  const { add } = useSending()
  return <FilesButton {...rest} several={'collection' in to} onFiles={(files) => add(files, to)} />
}
