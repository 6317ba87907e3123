import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, ArrowRight, X } from 'lucide-react'
import { useEffect } from 'react'
import { flowsRoutes } from '../../../../schema/api/flows.ts'
import { call, wordsOf } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useFlow } from '../../builder-context.tsx'
import { focusCanvas } from '../../canvas/focus-canvas.ts'
import styles from './compare.module.css'
import { CompareCanvas } from './compare-canvas.tsx'
import { nameSide, type Side, useCompare, useCompareState } from './compare-store.ts'
import { TextDiff } from './text-diff.tsx'
import type { Compared } from './use-compared.ts'

/** Over the canvas: two documents, on one drawing or side by side as text. */
export function CompareView({ compared }: { compared: Compared }) {
  const compare = useCompare()
  const { sides, look, chosen } = useCompareState((state) => state)
  const { id } = useFlow()
  const versions = useQuery({
    queryKey: ['flow', id, 'versions'],
    queryFn: () => call(flowsRoutes.versions, { params: { id } }),
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      compare.getState().close()
      requestAnimationFrame(focusCanvas)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [compare])
  if (!sides) return null
  const { before, after, joined, error, retry } = compared
  const { open, show, choose, close } = compare.getState()
  const options: { value: string; label: string }[] = [
    { value: 'draft', label: 'Draft' },
    ...(versions.data?.versions ?? []).map(({ version, live }) => ({
      value: String(version),
      label: live ? `Version ${version} (live)` : `Version ${version}`,
    })),
  ]
  const step = (by: number) => {
    const nodes = joined?.nodes ?? []
    const at = chosen === undefined ? (by > 0 ? -1 : 0) : nodes.indexOf(chosen)
    choose(nodes[(at + by + nodes.length) % nodes.length])
  }
  return (
    <section className={styles.view} aria-label="Comparison">
      <div className={styles.bar}>
        <SelectField
          label="Compare"
          hideLabel
          options={options}
          value={String(sides.before)}
          onChange={(value) => open(toSide(value), sides.after)}
        />
        <ArrowRight size={14} aria-hidden="true" />
        <SelectField
          label="With"
          hideLabel
          options={options}
          value={String(sides.after)}
          onChange={(value) => open(sides.before, toSide(value))}
        />
        <fieldset className={styles.looks}>
          <legend className="sr">How to compare</legend>
          {(['canvas', 'text'] as const).map((each) => (
            <Button
              key={each}
              size="s"
              aria-pressed={look === each}
              variant={look === each ? 'default' : 'quiet'}
              onPress={() => show(each)}
            >
              {each === 'canvas' ? 'On the canvas' : 'As text'}
            </Button>
          ))}
        </fieldset>
        {look === 'canvas' && joined && joined.nodes.length > 0 && (
          <>
            <IconButton
              size="s"
              label="The change before"
              icon={<ArrowLeft size={16} aria-hidden="true" />}
              onPress={() => step(-1)}
            />
            <IconButton
              size="s"
              label="The next change"
              icon={<ArrowRight size={16} aria-hidden="true" />}
              onPress={() => step(1)}
            />
          </>
        )}
        <IconButton
          size="s"
          label="Close the comparison"
          keys="Esc"
          icon={<X size={16} aria-hidden="true" />}
          onPress={() => {
            close()
            requestAnimationFrame(focusCanvas)
          }}
        />
      </div>
      {error ? (
        <ErrorState title="The version could not be read" onRetry={retry}>
          {wordsOf(error)} Nothing was changed.
        </ErrorState>
      ) : !before || !after || !joined ? (
        <Skeleton label={`Loading ${nameSide(sides.before)}`} lines={6} />
      ) : look === 'text' ? (
        <TextDiff before={before} after={after} />
      ) : (
        <CompareCanvas joined={joined} />
      )}
    </section>
  )
}

function toSide(value: string): Side {
  return value === 'draft' ? 'draft' : Number(value)
}
