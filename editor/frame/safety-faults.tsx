import { Banner } from '../ui/banner.tsx'
import { useSafetyState } from './use-safety-state.ts'

/** Parts that failed, in red on every page until they are repaired. They cannot be put away. */
export function SafetyFaults() {
  const faults = useSafetyState()?.faults ?? []
  const others = faults.filter(({ part }) => /^(?:documents|intents)\b/.test(part))
  const ofDetector = faults.filter((fault) => !others.includes(fault))
  return (
    <>
      {ofDetector.length > 0 && (
        <Banner tone="emergency" live title="Part of the danger detector is not working.">
          The other parts go on, and 999 advice is still shown, but danger can be missed: read waiting contacts as they
          come. Tell whoever runs Signpost: {toWords(ofDetector)}.
        </Banner>
      )}
      {others.length > 0 && (
        <Banner tone="waiting" live title="Part of Signpost is not working.">
          Everything else goes on. Tell whoever runs Signpost: {toWords(others)}.
        </Banner>
      )}
    </>
  )
}

function toWords(faults: readonly { part: string; message: string }[]): string {
  return faults.map(({ part, message }) => `${part} (${message})`).join('; ')
}
