import { create } from 'zustand'

interface Draft {
  text: string
  /** Made once for these words, so that sending them again after a lost answer counts once. */
  key: string
  /** The suggestion that was put in, as it was: what is sent is compared with it. */
  used?: { key: string; text: string } | undefined
}
const noDraft: Draft = { text: '', key: '' }

/** Half-written replies by contact: looking at another contact loses nothing. */
export const useDrafts = create<{ drafts: Readonly<Record<string, Draft>> }>(() => ({ drafts: {} }))

export function useDraft(contact: string): Draft {
  return useDrafts((state) => state.drafts[contact]) ?? noDraft
}

/** Keeps words; what they began as stays known until they are gone. */
export function writeDraft(contact: string, text: string, used?: Draft['used']): void {
  useDrafts.setState(({ drafts }) => ({
    drafts: {
      ...drafts,
      [contact]: {
        text,
        key: crypto.randomUUID(),
        used: text === '' ? undefined : (used ?? drafts[contact]?.used),
      },
    },
  }))
}
