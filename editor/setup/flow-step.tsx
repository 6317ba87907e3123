import type { Template } from '../../schema/api/flows.ts'
import { Pane, PaneFoot } from '../frame/pane.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { TemplatePicker } from '../ui/template-picker.tsx'
import styles from './setup.module.css'

interface FlowStepProps {
  templates: readonly Template[]
  chosen: string
  onChoose: (id: string) => void
  onUse: () => void
  onBack: () => void
  busy: boolean
  error?: string
}

/** Step 2: a flow to start from. Using it makes the account, the site and the draft in one go. */
export function FlowStep({ templates, chosen, onChoose, onUse, onBack, busy, error }: FlowStepProps) {
  const template = templates.find(({ id }) => id === chosen)
  return (
    <Pane
      heading="Pick a starter flow"
      words="Each one is complete. You can change every word before visitors see it."
      width="xl"
      focusHeading
    >
      <div className={styles.templates}>
        <TemplatePicker label="Starter flow" templates={templates} value={chosen} onChange={onChoose} />
      </div>
      {error && (
        <Banner tone="emergency" live title="Not set up.">
          {error} Nothing you typed is lost.
        </Banner>
      )}
      <PaneFoot>
        <Button variant="primary" size="l" onPress={onUse} busy={busy}>
          {template ? `Use ${template.name}` : 'Start with an empty flow'}
        </Button>
        <Button size="l" onPress={onBack} isDisabled={busy}>
          Back
        </Button>
      </PaneFoot>
    </Pane>
  )
}
