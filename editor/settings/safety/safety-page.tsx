import { Tabs } from '../../ui/tabs.tsx'
import styles from '../settings.module.css'
import { AlertSettings } from './alert-settings.tsx'
import { LearningTab } from './learning-tab.tsx'
import { PhrasesTab } from './phrases-tab.tsx'
import { TryTab } from './try-tab.tsx'

/** What the force adds to the detector, how well that judges, and how its alerts go higher. */
export function SafetyPage() {
  return (
    <>
      <p className={styles.intro}>
        Every message of a visitor is judged before anything else happens. Here the force adds its own words, sees what
        they do, and checks how well danger is found. Nothing here can switch the detector off.
      </p>
      <Tabs
        label="Safety"
        items={[
          { id: 'phrases', label: 'Words and exceptions', content: <PhrasesTab /> },
          { id: 'try', label: 'Try messages', content: <TryTab /> },
          { id: 'learning', label: 'Labelled set and learning', content: <LearningTab /> },
          { id: 'alerts', label: 'Alerts and advice', content: <AlertSettings /> },
        ]}
      />
    </>
  )
}
