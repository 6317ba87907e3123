import { useEffect, useRef, useState } from 'react'
import type { Flow } from '../../../../schema/flow.ts'
import { formatFlow } from '../../../../schema/format-flow.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import styles from './compare.module.css'

/** Both documents as text, side by side, in the order of keys that is exported. */
export function TextDiff({ before, after }: { before: Flow; after: Flow }) {
  const host = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'loading' | 'open' | 'failed'>('loading')
  useEffect(() => {
    let close = () => {}
    let gone = false
    import('./open-text-diff.ts')
      .then(({ openTextDiff }) => {
        if (gone || !host.current) return
        close = openTextDiff(host.current, formatFlow(before), formatFlow(after))
        setState('open')
      })
      .catch(() => setState('failed'))
    return () => {
      gone = true
      close()
    }
  }, [before, after])
  return (
    <div className={styles.text}>
      {state === 'loading' && <Skeleton label="Loading the text view" lines={8} />}
      {state === 'failed' && (
        <Banner tone="waiting">
          The text view could not be loaded. The comparison on the canvas works without it.
        </Banner>
      )}
      <div ref={host} className={styles.host} />
    </div>
  )
}
