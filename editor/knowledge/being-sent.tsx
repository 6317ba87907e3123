import type { Collection } from '../../schema/api/knowledge.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Progress } from '../ui/progress.tsx'
import styles from './knowledge.module.css'
import type { SentFile } from './sending.ts'
import { useSending } from './use-sending.ts'

/** Files on their way to the server: how far each is, and why one was not added. */
export function BeingSent({ collections }: { collections: readonly Collection[] }) {
  const { files, again, leaveOut } = useSending()
  if (files.length === 0) return null
  const left = files.filter(({ failed }) => failed === null).length
  const failed = files.length - left
  return (
    <Panel flush>
      <p className={styles.sendingHead} role="status">
        {left > 0 && `Sending ${left} ${left === 1 ? 'file' : 'files'}.`}
        {failed > 0 && ` ${failed} ${failed === 1 ? 'was' : 'were'} not added.`}
      </p>
      <ul className={styles.sending}>
        {files.map((file) => (
          <li key={file.key}>
            <b>{file.name}</b>
            <span className={styles.hint}>{placeOf(file, collections)}</span>
            {file.failed ? (
              <>
                <p className={styles.warning}>{file.failed.why}</p>
                <span className={styles.buttons}>
                  {file.failed.again && (
                    <Button size="s" onPress={() => again(file.key)} aria-label={`Try again with ${file.name}`}>
                      Try again
                    </Button>
                  )}
                  <Button
                    size="s"
                    variant="quiet"
                    onPress={() => leaveOut(file.key)}
                    aria-label={`Leave out ${file.name}`}
                  >
                    Leave out
                  </Button>
                </span>
              </>
            ) : (
              <div className={styles.progress}>
                <Progress
                  name={`Sending ${file.name}`}
                  label={file.sent === null ? 'Waits' : 'Sending'}
                  words={file.sent === null ? undefined : `${toMegabytes(file.sent)} of ${toMegabytes(file.size)} MB`}
                  done={file.sent ?? 0}
                  of={Math.max(file.size, 1)}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function placeOf({ to }: SentFile, collections: readonly Collection[]): string {
  if ('document' in to) return 'New version'
  return collections.find(({ id }) => id === to.collection)?.name ?? to.collection
}

function toMegabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1)
}
