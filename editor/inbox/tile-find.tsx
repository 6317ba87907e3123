import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './tile.module.css'
import { type Entry, textOf } from './to-entries.ts'

interface TileFindProps {
  entries: readonly Entry[]
  number: number
  onFind: (wanted: string) => void
  onClose: () => void
}

/** Finds words in one talk. Enter goes to the next place, Escape puts it away. */
export function TileFind({ entries, number, onFind, onClose }: TileFindProps) {
  const [wanted, setWanted] = useState('')
  const [at, setAt] = useState(0)
  const count =
    wanted === '' ? 0 : entries.filter((entry) => textOf(entry).toLowerCase().includes(wanted.toLowerCase())).length
  useEffect(() => {
    if (count === 0) return
    const found = document.querySelectorAll(`[data-contact-number="${number}"] [data-found="true"]`)
    found[at % count]?.scrollIntoView({ block: 'center' })
  }, [at, count, number])
  return (
    <search className={styles.find}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it was asked for by a key
        autoFocus
        aria-label={`Find in contact ${number}`}
        placeholder="Find"
        value={wanted}
        onChange={({ target: { value } }) => {
          setWanted(value)
          setAt(0)
          onFind(value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') setAt(at + 1)
          if (event.key === 'Escape') onClose()
        }}
      />
      <span role="status">{wanted === '' ? '' : count === 0 ? 'Not there' : `${(at % count) + 1} of ${count}`}</span>
      <IconButton size="s" label="Stop looking" icon={<X size={14} aria-hidden="true" />} onPress={onClose} />
    </search>
  )
}
