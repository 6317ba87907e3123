import { Outlet } from '@tanstack/react-router'
import { Toasts } from '../ui/toast.tsx'
import styles from './app-frame.module.css'
import { CommandPalette } from './command-palette.tsx'
import { EmergencyBar } from './emergency-bar.tsx'
import { LimitsBanner } from './limits-banner.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { Rail } from './rail.tsx'
import { SafetyFaults } from './safety-faults.tsx'
import { useDeskSounds } from './use-desk-sounds.ts'
import { useInboxStream } from './use-inbox-stream.ts'

/** What stands around every staff page: alerts over everything, the rail, the page itself. */
export function AppFrame() {
  useInboxStream()
  useDeskSounds()
  return (
    <div className={styles.app}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <Rail />
      <div className={styles.column}>
        <EmergencyBar />
        <SafetyFaults />
        <OfflineBanner />
        <LimitsBanner />
        <div className={styles.page}>
          <Outlet />
        </div>
      </div>
      <CommandPalette />
      <Toasts />
    </div>
  )
}
