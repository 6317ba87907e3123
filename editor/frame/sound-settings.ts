import { create } from 'zustand'

/** What can be heard: somebody in danger now, somebody to be looked after, somebody who waits, an answer. */
export const soundKinds = ['emergency', 'safeguarding', 'contact', 'reply'] as const
export type SoundKind = (typeof soundKinds)[number]

interface SoundSettings {
  /** From 0, silent, to 1. */
  volumes: Readonly<Record<SoundKind, number>>
  /** Messages of the machine while the page is not looked at. */
  notify: boolean
}
const storageKey = 'signpost.sounds'
const usual: SoundSettings = { volumes: { emergency: 0.8, safeguarding: 0.6, contact: 0.3, reply: 0.2 }, notify: false }

/** An emergency is heard while somebody is available: it can be made quiet, not silent. */
export const quietestEmergency = 0.2

/** Kept on this device only: another desk has other loudspeakers. */
export const useSoundSettings = create<SoundSettings>(() => remembered())

export function setVolume(kind: SoundKind, volume: number): void {
  keep({ volumes: { ...useSoundSettings.getState().volumes, [kind]: volume } })
}
export function setNotify(notify: boolean): void {
  keep({ notify })
}

/** How loud `kind` is for somebody who is available or not. */
export function volumeOf(kind: SoundKind, available: boolean): number {
  const volume = useSoundSettings.getState().volumes[kind]
  return kind === 'emergency' && available ? Math.max(quietestEmergency, volume) : volume
}

function keep(change: Partial<SoundSettings>): void {
  useSoundSettings.setState(change)
  localStorage.setItem(storageKey, JSON.stringify(useSoundSettings.getState()))
}

function remembered(): SoundSettings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    const { volumes = {}, notify } = Object(stored)
    const valid = soundKinds.flatMap((kind) => {
      const volume: unknown = Object(volumes)[kind]
      return typeof volume === 'number' && volume >= 0 && volume <= 1 ? [[kind, volume] as const] : []
    })
    return { volumes: { ...usual.volumes, ...Object.fromEntries(valid) }, notify: notify === true }
  } catch {
    return usual
  }
}
