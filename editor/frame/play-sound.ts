import type { SoundKind } from './sound-settings.ts'

/** Tones as [hertz, begins at, lasts], in seconds. */
const tones: Record<SoundKind, readonly (readonly [number, number, number])[]> = {
  emergency: [
    [660, 0, 0.22],
    [880, 0.26, 0.34],
  ],
  safeguarding: [[330, 0, 0.5]],
  contact: [[1_200, 0, 0.05]],
  reply: [[900, 0, 0.04]],
}

let context: AudioContext | undefined

/** Plays a sound. A browser that nobody has touched yet plays none: then what is on the screen has to do. */
export function playSound(kind: SoundKind, volume: number): void {
  if (volume <= 0) return
  try {
    context ??= new AudioContext()
    void context.resume().catch(() => {})
    for (const [frequency, begins, lasts] of tones[kind]) {
      const from = context.currentTime + begins
      const gain = context.createGain()
      gain.gain.setValueAtTime(0, from)
      gain.gain.linearRampToValueAtTime(volume * 0.5, from + 0.02)
      gain.gain.setValueAtTime(volume * 0.5, from + Math.max(0.02, lasts - 0.04))
      gain.gain.linearRampToValueAtTime(0, from + lasts)
      const tone = context.createOscillator()
      tone.frequency.value = frequency
      tone.connect(gain).connect(context.destination)
      tone.start(from)
      tone.stop(from + lasts)
    }
  } catch {
    context = undefined
  }
}
