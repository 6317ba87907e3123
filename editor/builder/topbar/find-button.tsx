import { Search } from 'lucide-react'
import { useCommandStore } from '../../ui/commands.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { builderKeys } from '../builder-keys.ts'
import styles from './find-button.module.css'

/** Looks like a box to search in, and opens the one that searches everything. */
export function FindButton() {
  const show = useCommandStore((state) => state.show)
  return (
    <button type="button" className={styles.find} onClick={() => show(true)}>
      <Search size={16} aria-hidden="true" />
      <span className={styles.words}>Find anything</span>
      <span className={styles.keys} aria-hidden="true">
        <Kbd keys={builderKeys.find.keys} />
      </span>
    </button>
  )
}
