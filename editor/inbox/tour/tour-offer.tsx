import { Compass } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import styles from './tour.module.css'
import { useTour } from './use-tour.ts'

/** Offers the tour on the first visit, in the queue, where it covers nothing. Put off, it waits under the keys. */
export function TourOffer() {
  const tour = useTour()
  if (!tour.offered) return null
  return (
    <section className={styles.offer} aria-label="Tour">
      <h2>
        <Compass size={16} aria-hidden="true" /> Your first shift?
      </h2>
      <p>See the inbox in two minutes. You can leave at any time, and go on later from the list of keys.</p>
      <footer>
        <Button size="s" onPress={() => tour.go(0)}>
          Show me round
        </Button>
        <Button size="s" variant="quiet" onPress={tour.leave}>
          Not now
        </Button>
      </footer>
    </section>
  )
}
