import { Banner } from '../ui/banner.tsx'
import { useSafetyState } from './use-safety-state.ts'

/** A part of the detector that failed, in red on every page until it is repaired. It cannot be put away. */
export function SafetyFaults() {
  const faults = useSafetyState()?.faults ?? []
  if (faults.length === 0) return null
  return (
    <Banner tone="emergency" live title="Part of the danger detector is not working.">
      The other parts go on, and 999 advice is still shown, but danger can be missed: read waiting contacts as they
      come. Tell whoever runs Signpost: {faults.map(({ part, message }) => `${part} (${message})`).join('; ')}.
    </Banner>
  )
}
