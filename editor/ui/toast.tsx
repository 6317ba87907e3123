import { Check, OctagonAlert, X } from 'lucide-react'
import {
  UNSTABLE_Toast as AriaToast,
  Button,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import styles from './toast.module.css'

interface ToastMessage {
  text: string
  tone: 'ok' | 'fault'
  undo?: () => void
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })
/** How long a person has to take a step back, in milliseconds. The clock stops while the toast has pointer or focus. */
const undoTime = 8_000

/** Says in passing that something was done; with `undo`, offers to take it back for 8 seconds. */
export function showToast(text: string, options: { tone?: 'ok' | 'fault'; undo?: () => void } = {}): void {
  queue.add({ text, tone: options.tone ?? 'ok', undo: options.undo }, { timeout: undoTime })
}

/** Where toasts appear: once, in the app's frame. F6 reaches it. */
export function Toasts() {
  return (
    <ToastRegion queue={queue} className={styles.region} aria-label="Messages">
      {({ toast }) => (
        <AriaToast toast={toast} className={styles.toast}>
          {toast.content.tone === 'fault' ? (
            <OctagonAlert size={16} aria-hidden="true" />
          ) : (
            <Check size={16} aria-hidden="true" />
          )}
          <ToastContent className={styles.words}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.undo && (
            <Button
              className={styles.undo}
              onPress={() => {
                toast.content.undo?.()
                queue.close(toast.key)
              }}
            >
              Undo
            </Button>
          )}
          <Button slot="close" aria-label="Close" className={styles.close}>
            <X size={14} aria-hidden="true" />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  )
}
