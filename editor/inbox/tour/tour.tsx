import { X } from 'lucide-react'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { placeCard } from './place-card.ts'
import styles from './tour.module.css'
import { tourSteps } from './tour-steps.ts'
import { useTargetBox } from './use-target-box.ts'
import { useTour } from './use-tour.ts'

/**
 * Shows an operator round in their first shift. It stands beside what it is about and stops nothing: every key and every
 * button works while it is open, and an alert stands over it.
 */
export function Tour() {
  const { step } = useTour()
  return step === undefined ? null : <Step at={step} />
}

function Step({ at }: { at: number }) {
  const tour = useTour()
  const step = tourSteps[at]
  const box = useTargetBox(step?.target)
  if (!step) return null
  const last = at === tourSteps.length - 1
  return (
    <>
      {box && (
        <div className={styles.ring} style={{ left: box.left, top: box.top, width: box.width, height: box.height }} />
      )}
      <Card key={step.id} label={`Tour, ${at + 1} of ${tourSteps.length}`} target={box} onEscape={tour.leave}>
        <div className={styles.leave}>
          <IconButton size="s" label="Leave the tour" icon={<X size={14} aria-hidden="true" />} onPress={tour.leave} />
        </div>
        <h2>{step.title}</h2>
        <p>{box ? step.words : (step.absent ?? step.words)}</p>
        <footer>
          <Button variant="primary" onPress={() => (last ? tour.finish() : tour.go(at + 1))}>
            {last ? 'Finish' : 'Next'}
          </Button>
          {at > 0 && <Button onPress={() => tour.go(at - 1)}>Back</Button>}
          <span className="num">
            {at + 1} of {tourSteps.length}
          </span>
        </footer>
      </Card>
    </>
  )
}

interface CardProps {
  label: string
  target: ReturnType<typeof useTargetBox>
  onEscape: () => void
  children: ReactNode
}

function Card({ label, target, onEscape, children }: CardProps) {
  const card = useRef<HTMLElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number }>()
  useLayoutEffect(() => {
    const size = card.current?.getBoundingClientRect()
    if (size) setPlace(placeCard(target, size, { width: window.innerWidth, height: window.innerHeight }))
  }, [target])
  useEffect(() => {
    card.current?.focus()
  }, [])
  return (
    <section
      ref={card}
      className={styles.card}
      style={place}
      aria-label={label}
      data-region
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEscape()
      }}
    >
      {children}
    </section>
  )
}
