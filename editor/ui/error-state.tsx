import { RotateCw, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import styles from './states.module.css'

interface ErrorStateProps {
  title?: string
  /** What happened, what is not lost, what to do. */
  children: ReactNode
  onRetry?: () => void
}

/** Something could not be shown. */
export function ErrorState({ title = 'Could not load', children, onRetry }: ErrorStateProps) {
  return (
    <div className={styles.state} role="alert">
      <WifiOff size={24} strokeWidth={1.75} aria-hidden="true" />
      <p className={styles.title}>{title}</p>
      <p>{children}</p>
      {onRetry && (
        <div className={styles.actions}>
          <Button size="s" icon={<RotateCw size={14} aria-hidden="true" />} onPress={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </div>
  )
}
