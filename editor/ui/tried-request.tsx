import type { FilledRequest, TriedRequest } from '../../schema/api/connections.ts'
import { Banner } from './banner.tsx'
import styles from './tried-request.module.css'

/** A call as it leaves, with its credential hidden. */
export function FilledRequestView({ request }: { request: FilledRequest }) {
  return (
    <section className={styles.part} aria-label="What is sent">
      <p className={styles.line}>
        <b>{request.method}</b> <code>{request.url}</code>
      </p>
      <dl className={styles.headers}>
        {request.headers.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard has to reach it */}
      {request.body !== '' && <pre tabIndex={0}>{request.body}</pre>}
    </section>
  )
}

/** What came of a call that was tried. */
export function TriedRequestView({ tried }: { tried: TriedRequest }) {
  return (
    <>
      {tried.request && <FilledRequestView request={tried.request} />}
      {tried.refused && (
        <Banner tone="waiting" live title="Not sent.">
          {tried.refused}
        </Banner>
      )}
      {tried.failure && (
        <Banner tone="emergency" live title="No answer.">
          {tried.failure}
        </Banner>
      )}
      {tried.answer && (
        <section className={styles.part} aria-label="The answer" aria-live="polite">
          <p className={styles.line}>
            <b>Answer {tried.answer.status}</b> after {tried.answer.ms} ms
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard has to reach it */}
          {tried.answer.body !== '' && <pre tabIndex={0}>{tried.answer.body}</pre>}
        </section>
      )}
    </>
  )
}
