import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Template } from '../../schema/api/flows.ts'
import { Badge } from './badge.tsx'
import { FlowPicture } from './flow-picture.tsx'
import { nameLocales } from './name-locales.ts'
import styles from './template-picker.module.css'

interface TemplatePickerProps {
  label: string
  templates: readonly Template[]
  value: string
  onChange: (id: string) => void
}

/** Starter flows as cards, one of which is chosen. Arrow keys move between them. */
export function TemplatePicker({ label, templates, value, onChange }: TemplatePickerProps) {
  return (
    <RadioGroup value={value} onChange={onChange} className={styles.picker}>
      <Label className="sr">{label}</Label>
      {templates.map((template) => (
        <Radio key={template.id} value={template.id} className={styles.card}>
          <FlowPicture picture={template.picture} />
          <span className={styles.dot} />
          <span className={styles.name}>{template.name}</span>
          <span className={styles.description}>{template.description}</span>
          <span className={styles.facts}>
            <Badge>{template.nodes === 1 ? '1 node' : `${template.nodes} nodes`}</Badge>
            <Badge>{nameLocales(template.locales)}</Badge>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
