import type { DocumentPassage } from '../../schema/api/knowledge.ts'
import { Banner } from '../ui/banner.tsx'

const most = 3

/** Sentences of a version that no visitor is ever shown, and why. */
export function LeftOut({ passages }: { passages: readonly DocumentPassage[] }) {
  const sentences = passages.flatMap(({ leftOut }) => leftOut)
  if (sentences.length === 0) return null
  return (
    <Banner
      title={
        sentences.length === 1
          ? 'One sentence is left out of answers:'
          : `${sentences.length.toLocaleString('en-GB')} sentences are left out of answers:`
      }
    >
      {sentences.slice(0, most).map((sentence) => `“${sentence}” `)}
      {sentences.length > most && 'and others. '}
      They name an address that is not on the list in Settings, Documents, or say what only a person may say.
    </Banner>
  )
}
