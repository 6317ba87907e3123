import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import styles from './dialog.module.css'

interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  children?: ReactNode
  /** The button that does it: repeats the verb of the title. Left out, the dialog only informs. */
  verb?: string
  onConfirm?: () => void
  busy?: boolean
  disabled?: boolean
  danger?: boolean
  /** The safe way out. It has the focus when the dialog opens. */
  cancel?: string
  /** A field inside takes the focus instead (`autoFocus` on it): for dialogs that first of all ask for words. */
  fieldFirst?: boolean
  wide?: boolean
}

/** Asks before something that reaches the public or cannot be undone. Escape is the safe choice. */
export function Dialog(props: DialogProps) {
  const {
    open,
    onClose,
    title,
    children,
    verb,
    onConfirm,
    busy,
    disabled,
    danger,
    cancel = 'Cancel',
    fieldFirst,
    wide,
  } = props
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={!busy}
      isKeyboardDismissDisabled={busy}
      className={styles.overlay}
    >
      <Modal className={classes(styles.modal, wide && styles.wide)}>
        <AriaDialog role={danger ? 'alertdialog' : 'dialog'} className={styles.dialog}>
          <Heading slot="title" className={styles.title}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          <footer className={styles.footer}>
            <Button onPress={onClose} autoFocus={!fieldFirst} isDisabled={busy}>
              {cancel}
            </Button>
            {verb && (
              <Button variant={danger ? 'danger' : 'primary'} onPress={onConfirm} busy={busy} isDisabled={disabled}>
                {verb}
              </Button>
            )}
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
