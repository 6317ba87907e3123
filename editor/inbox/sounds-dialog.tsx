import { playSound } from '../frame/play-sound.ts'
import {
  quietestEmergency,
  type SoundKind,
  setNotify,
  setVolume,
  soundKinds,
  useSoundSettings,
} from '../frame/sound-settings.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import styles from './inbox.module.css'

const names: Record<SoundKind, string> = {
  emergency: 'Emergency',
  safeguarding: 'Safeguarding',
  contact: 'A contact waits or comes',
  reply: 'A visitor answers',
}

/** How loud each sound is on this machine. An emergency can be made quiet while one is available, never silent. */
export function SoundsDialog({ onClose }: { onClose: () => void }) {
  const { volumes, notify } = useSoundSettings()
  return (
    <Dialog open onClose={onClose} title="Sounds and messages" cancel="Close">
      <p>For this machine only.</p>
      {soundKinds.map((kind) => (
        <div key={kind} className={styles.volume}>
          <label htmlFor={`volume-${kind}`}>{names[kind]}</label>
          <input
            id={`volume-${kind}`}
            type="range"
            min={kind === 'emergency' ? quietestEmergency : 0}
            max={1}
            step={0.1}
            value={volumes[kind]}
            onChange={({ target: { value } }) => setVolume(kind, Number(value))}
          />
          <Button size="s" onPress={() => playSound(kind, volumes[kind])} aria-label={`Test: ${names[kind]}`}>
            Test
          </Button>
        </div>
      ))}
      <SwitchField
        label="Show messages of the machine while I look elsewhere"
        isSelected={notify}
        onChange={(on) => {
          setNotify(on)
          if (on && 'Notification' in window) void Notification.requestPermission().catch(() => {})
        }}
      />
      <p>They say that something waits, never what a visitor wrote.</p>
    </Dialog>
  )
}
