import { Host } from '../../schema/knowledge.ts'
import { TextArea } from '../ui/text-area.tsx'

interface TrustedHostsFieldProps {
  /** One to a line, as far as they have been written. */
  value: readonly string[]
  onChange: (value: string[]) => void
  checked: boolean
}

/** The hosts of addresses that answers may show, beside those of public bodies. */
export function TrustedHostsField({ value, onChange, checked }: TrustedHostsFieldProps) {
  const wrong = toHosts(value).find((host) => !Host.safeParse(host).success)
  return (
    <TextArea
      label="Web addresses that an answer may show"
      help="One to a line, such as crimestoppers-uk.org. Addresses of police.uk, gov.uk and nhs.uk are always shown. A sentence of a document with any other address is left out of answers."
      optional
      mono
      value={value.join('\n')}
      onChange={(text) => onChange(text.split('\n'))}
      error={checked && wrong !== undefined ? `“${wrong}” is not the name of a host` : undefined}
    />
  )
}

/** The hosts of what was written or pasted there. */
export function toHosts(lines: readonly string[]): string[] {
  return lines
    .map((line) =>
      line
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/\/.*$/, ''),
    )
    .filter(Boolean)
}

/** Whether all of it can be kept. */
export function areHosts(lines: readonly string[]): boolean {
  return toHosts(lines).every((host) => Host.safeParse(host).success)
}
