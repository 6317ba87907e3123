import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import styles from './snippet.module.css'
import { showToast } from './toast.tsx'

/** The one line of HTML that puts the chat on a website. */
export function Snippet({ siteKey }: { siteKey: string }) {
  const [copied, setCopied] = useState(false)
  const source = `${window.location.origin}/widget.js`
  const copy = () =>
    navigator.clipboard.writeText(`<script async src="${source}" data-site="${siteKey}"></script>`).then(
      () => setCopied(true),
      () => showToast('Not copied. Select the line and copy it by hand.', { tone: 'fault' }),
    )
  return (
    <div className={styles.snippet}>
      <pre>
        {'<script '}
        <span className={styles.name}>async</span>
        {'\n  '}
        <span className={styles.name}>src</span>=<span className={styles.value}>"{source}"</span>
        {'\n  '}
        <span className={styles.name}>data-site</span>=<span className={styles.value}>"{siteKey}"</span>
        {'></script>'}
      </pre>
      <span className={styles.copy}>
        <Button
          size="s"
          onPress={copy}
          icon={copied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </span>
      <span role="status" className="sr">
        {copied && 'The line is copied.'}
      </span>
    </div>
  )
}
