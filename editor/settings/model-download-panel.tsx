import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type ModelDownload, modelDownloadRoutes } from '../../schema/api/model-download.ts'
import type { ModelSource } from '../../schema/model-source.ts'
import { call, wordsOf } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Progress } from '../ui/progress.tsx'
import { formatMoment } from '../ui/time.tsx'
import { showToast } from '../ui/toast.tsx'
import { ModelSourceForm } from './model-source-form.tsx'
import styles from './settings.module.css'
import { knowledgeSettingsQuery, modelDownloadQuery } from './settings-queries.ts'

const megabyte = 1_048_576

/** Fetches a model of meaning from a server that an admin names, once, and shows how far it is. */
export function ModelDownloadPanel() {
  const queries = useQueryClient()
  const download = useQuery(modelDownloadQuery).data?.download ?? undefined
  const status = download?.status
  useEffect(() => {
    if (status === 'done') void queries.invalidateQueries({ queryKey: knowledgeSettingsQuery.queryKey })
  }, [status, queries])
  const again = () => queries.invalidateQueries({ queryKey: modelDownloadQuery.queryKey })
  const failed = (error: unknown) => showToast(`Not done. ${wordsOf(error)}`, { tone: 'fault' })
  const begin = useMutation({
    mutationFn: (body: ModelSource) => call(modelDownloadRoutes.begin, { body }),
    onSuccess: () => {
      setAsked(false)
      return again()
    },
    onError: failed,
  })
  const stop = useMutation({ mutationFn: () => call(modelDownloadRoutes.stop), onSuccess: again, onError: failed })
  const [asked, setAsked] = useState(false)
  const source = download?.source
  return (
    <Panel title="Getting a model">
      <div className={styles.form}>
        {download && (status === 'waiting' || status === 'running') ? (
          <Running download={download} stopping={stop.isPending} onStop={() => stop.mutate()} />
        ) : (
          <>
            {download && status === 'done' && (
              <Banner tone="ok" title={`${download.source.repository} was downloaded.`}>
                {download.askedBy} asked for it, {formatMoment(download.askedAt)}. It came from{' '}
                {new URL(download.source.origin).host}.
              </Banner>
            )}
            {download && status === 'failed' && (
              <Banner tone="emergency" live title="The model was not downloaded.">
                {download.problem} What has come is kept, and “Try again” goes on with it.
              </Banner>
            )}
            {asked || status === 'failed' ? (
              <ModelSourceForm
                key={JSON.stringify(source)}
                source={source}
                verb={status === 'failed' ? 'Try again' : 'Download'}
                busy={begin.isPending}
                onSend={(body) => begin.mutate(body)}
              >
                {status === 'failed' && (
                  <Button busy={stop.isPending} onPress={() => stop.mutate()}>
                    Remove what has come
                  </Button>
                )}
              </ModelSourceForm>
            ) : (
              <div className={styles.foot}>
                <Button onPress={() => setAsked(true)}>Choose a model to download</Button>
              </div>
            )}
          </>
        )}
      </div>
    </Panel>
  )
}

interface RunningProps {
  download: ModelDownload
  stopping: boolean
  onStop: () => void
}

function Running({ download: { source, done, total }, stopping, onStop }: RunningProps) {
  return (
    <>
      <Progress
        name={`Downloading ${source.repository}`}
        label={`Downloading ${source.repository} from ${new URL(source.origin).host}`}
        words={total === null ? undefined : `${toMegabytes(done)} of ${toMegabytes(total)} MB`}
        done={done}
        of={total}
      />
      <p className={styles.intro}>
        It goes on when you leave this page, and after a restart. Until it is there, documents are found as before.
      </p>
      <div className={styles.foot}>
        <Button busy={stopping} onPress={onStop}>
          Stop
        </Button>
      </div>
    </>
  )
}

function toMegabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(1)
}
