import { CloudAlert, CloudCheck, CloudUpload } from 'lucide-react'
import { classes } from '../../ui/classes.ts'
import { useBuilderState } from '../builder-context.tsx'
import { describeSave } from '../store/save-state.ts'
import styles from './top-bar.module.css'

/** What is true about the draft: saved, being saved, or on this device only. */
export function SaveStatus() {
  const save = useBuilderState((state) => state.save)
  const Icon = save.kind === 'saved' ? CloudCheck : save.kind === 'saving' ? CloudUpload : CloudAlert
  const calm = save.kind === 'saved' || save.kind === 'saving'
  return (
    <span className={classes(styles.saved, !calm && styles.unsaved)} role="status">
      <Icon size={14} aria-hidden="true" />
      {describeSave(save)}
    </span>
  )
}
