import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import { showToast } from './toast.tsx'

/** Copies `text`, and says that it did. `what` is what it is: "The link". */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => showToast('Not copied. Select it and copy it by hand.', { tone: 'fault' }),
    )
  return (
    <>
      <Button
        onPress={copy}
        icon={copied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
      >
        {copied ? 'Copied' : 'Copy'}
      </Button>
      <span role="status" className="sr">
        {copied && `${what}: copied.`}
      </span>
    </>
  )
}
