import { CopyButton } from '../ui/copy-button.tsx'
import styles from './explorer.module.css'

interface CodeProps {
  title: string
  /** Left out: there is nothing to show but the title. */
  text: string | undefined
  /** What it is, when it can be copied: "The command". */
  copies?: string
}

/** Text for programmers, under its title. */
export function Code({ title, text, copies }: CodeProps) {
  return (
    <div className={styles.code}>
      <div className={styles.codeHead}>
        <p>{title}</p>
        {copies && text !== undefined && <CopyButton text={text} what={copies} />}
      </div>
      {text !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be in reach of the keyboard.
        <pre tabIndex={0}>{text}</pre>
      )}
    </div>
  )
}
