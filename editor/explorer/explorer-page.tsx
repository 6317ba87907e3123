import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { BookOpen } from 'lucide-react'
import { useMemo, useState } from 'react'
import { docsRoutes, OpenApi } from '../../schema/api/docs.ts'
import { call, wordsOf } from '../api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { CallList } from './call-list.tsx'
import { CallView } from './call-view.tsx'
import styles from './explorer.module.css'
import { toCalls } from './to-calls.ts'

const openApiQuery = queryOptions({
  queryKey: ['openapi'],
  queryFn: async () => OpenApi.parse(await call(docsRoutes.openapi)),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Every call of the API: who may make it, its parts, its answers; and trying it out. */
export function ExplorerPage() {
  const document = useQuery(openApiQuery)
  const { call: chosen } = useSearch({ from: '/frame/explorer' })
  const [words, setWords] = useState('')
  const areas = useMemo(() => document.data && toCalls(document.data, words), [document.data, words])
  const shown = useMemo(
    () =>
      document.data && [...toCalls(document.data).values()].flat().find(({ operationId }) => operationId === chosen),
    [document.data, chosen],
  )
  return (
    <Page title="API">
      <div className={styles.page}>
        {areas ? (
          <>
            <nav className={styles.side} aria-label="Calls">
              <SearchField label="Find a call" value={words} onChange={setWords} placeholder="Find a call" />
              <CallList areas={areas} filtered={words.trim() !== ''} chosen={chosen} />
            </nav>
            <div className={styles.main}>
              {shown ? (
                <CallView key={shown.operationId} call={shown} />
              ) : (
                <Panel flush>
                  <EmptyState icon={BookOpen} title="Choose a call">
                    Programs call with a key, which you make under <a href="/account">My account</a>. Other tools read{' '}
                    <a href="/api/openapi.json">the description as OpenAPI 3.1</a>.
                  </EmptyState>
                </Panel>
              )}
            </div>
          </>
        ) : (
          <Panel flush>
            {document.isError ? (
              <ErrorState title="Could not load the calls" onRetry={() => void document.refetch()}>
                {wordsOf(document.error)}
              </ErrorState>
            ) : (
              <Skeleton label="Loading the calls" lines={8} />
            )}
          </Panel>
        )}
      </div>
    </Page>
  )
}
