import { create } from 'zustand'

interface Draft {
  text: string
  /** Made once for these words, so that sending them again after a lost answer counts once. */
  key: string
}
const noDraft: Draft = { text: '', key: '' }

/** Half-written replies by contact: looking at another contact loses nothing. */
export const useDrafts = create<{ drafts: Readonly<Record<string, Draft>> }>(() => ({ drafts: {} }))

export function useDraft(contact: string): Draft {
  return useDrafts((state) => state.drafts[contact]) ?? noDraft
}

export function writeDraft(contact: string, text: string): void {
  useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [contact]: { text, key: crypto.randomUUID() } } }))
}
