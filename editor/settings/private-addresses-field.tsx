import { TextArea } from '../ui/text-area.tsx'

interface PrivateAddressesFieldProps {
  /** Ranges, one on each line. */
  value: string
  onChange: (value: string) => void
}

/** Which private addresses another server may have: none unless they are named. */
export function PrivateAddressesField({ value, onChange }: PrivateAddressesFieldProps) {
  return (
    <TextArea
      label="Private address ranges"
      optional
      mono
      rows={2}
      help="One on each line, for example 10.0.0.0/8. Without one, only public addresses are used."
      value={value}
      onChange={onChange}
    />
  )
}
