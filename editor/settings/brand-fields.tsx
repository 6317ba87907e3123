import type { Site } from '../../schema/api/admin.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { contrastOf, enoughContrast, nearestShade, parseColour } from '../ui/contrast.ts'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './settings.module.css'

type Brand = NonNullable<Site['brand']>
/** The widget's own colours, as `tokens.css` has them. */
const own: Brand = { background: '#17365C', text: '#FFFFFF' }

/** Whether visitors can read the header: a pair below 4.5:1 is not saved. */
export function brandPasses(brand: Site['brand']): boolean {
  return brand === null || (contrastOf(brand.background, brand.text) ?? 0) >= enoughContrast
}

/** The colours of the chat's header, with their contrast and, where it is too low, the nearest shade that passes. */
export function BrandFields({ brand, onChange }: { brand: Site['brand']; onChange: (brand: Site['brand']) => void }) {
  const shade = brand && !brandPasses(brand) ? nearestShade(brand.background, brand.text) : undefined
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Colours of the chat’s header</legend>
      <SwitchField
        label="Use the force’s own colours"
        isSelected={brand !== null}
        onChange={(on) => onChange(on ? own : null)}
      />
      {brand && (
        <>
          <div className={styles.colours}>
            <Colour
              label="Ground"
              value={brand.background}
              onChange={(background) => onChange({ ...brand, background })}
            />
            <Colour label="Text" value={brand.text} onChange={(text) => onChange({ ...brand, text })} />
          </div>
          <div
            className={styles.preview}
            style={{ background: brand.background, color: brand.text }}
            aria-hidden="true"
          >
            Chat with us
          </div>
          <div className={styles.row} role="status">
            <Contrast brand={brand} />
            {shade && (
              <Button size="s" onPress={() => onChange({ ...brand, background: shade })}>
                Use {shade}, the nearest shade that passes
              </Button>
            )}
          </div>
        </>
      )}
    </fieldset>
  )
}

function Contrast({ brand }: { brand: Brand }) {
  const contrast = contrastOf(brand.background, brand.text)
  if (contrast === undefined) return <Badge tone="fault">Write colours as #17365C</Badge>
  const shown = `${contrast.toFixed(1)} : 1`
  return contrast >= enoughContrast ? (
    <Badge tone="ok">Contrast {shown}</Badge>
  ) : (
    <Badge tone="fault">
      Contrast {shown}. Visitors need {enoughContrast} : 1
    </Badge>
  )
}

function Colour({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const parts = parseColour(value)
  const hex = parts ? `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}` : '#000000'
  return (
    <div className={styles.colour}>
      <TextField label={label} mono value={value} onChange={onChange} />
      <input
        type="color"
        aria-label={`${label}: pick`}
        value={hex}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
