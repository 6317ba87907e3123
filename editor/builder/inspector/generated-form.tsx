import { z } from 'zod'
import { CheckSetting, ChoiceSetting, NumberSetting, TextSetting } from '../../../nodes/kit/editor/fields.tsx'
import { LocalisedSetting } from '../../../nodes/kit/editor/localised-setting.tsx'
import { isRecord } from '../../../nodes/kit/editor/path.ts'
import { useNodeEditing } from '../../../nodes/kit/node-editor.ts'
import { useBuilder } from '../builder-context.tsx'
import styles from './inspector.module.css'

/** A form made from the settings' own JSON Schema, for types without a hand-made panel. Lists and objects: the JSON tab. */
export function GeneratedForm() {
  const { node } = useNodeEditing()
  const { definitions } = useBuilder()
  const definition = definitions.get(node.type)
  const schema: unknown = definition ? z.toJSONSchema(definition.data, { unrepresentable: 'any', io: 'input' }) : {}
  const properties = isRecord(schema) && isRecord(schema.properties) ? schema.properties : {}
  const texts = new Set(
    definition?.data.safeParse(node.data).success ? definition.texts?.(node.data)?.map(({ field }) => field) : [],
  )
  const fields = Object.entries(properties).filter(([name]) => name !== 'name')
  return (
    <>
      {fields.map(([name, shape]) =>
        texts.has(name) ? (
          <LocalisedSetting key={name} field={name} label={toLabel(name)} />
        ) : (
          <GeneratedField key={name} name={name} shape={shape} />
        ),
      )}
    </>
  )
}

function GeneratedField({ name, shape }: { name: string; shape: unknown }) {
  const label = toLabel(name)
  if (!isRecord(shape)) return null
  if (Array.isArray(shape.enum))
    return (
      <ChoiceSetting
        field={name}
        label={label}
        options={shape.enum.map((value) => ({ value: String(value), label: toLabel(String(value)) }))}
      />
    )
  if (shape.type === 'boolean') return <CheckSetting field={name} label={label} />
  if (shape.type === 'number' || shape.type === 'integer') return <NumberSetting field={name} label={label} />
  if (shape.type === 'string') return <TextSetting field={name} label={label} />
  return <p className={styles.help}>{label} can be changed in the JSON tab.</p>
}

/** `timeoutSeconds` as "Timeout seconds". */
function toLabel(name: string): string {
  const words = name
    .replace(/([A-Z])/g, ' $1')
    .replace(/[-_]/g, ' ')
    .toLowerCase()
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
