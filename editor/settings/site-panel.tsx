import { useQuery } from '@tanstack/react-query'
import type { Site } from '../../schema/api/admin.ts'
import { Badge } from '../ui/badge.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Snippet } from '../ui/snippet.tsx'
import styles from './settings.module.css'
import { flowNamesQuery } from './settings-queries.ts'
import { SiteForm } from './site-form.tsx'

interface SitePanelProps {
  site: Site
  open: boolean
  onOpen: () => void
  onClose: () => void
}

/** One site: what it does now, its line of HTML, and its form when it is being changed. */
export function SitePanel({ site, open, onOpen, onClose }: SitePanelProps) {
  const flows = useQuery(flowNamesQuery)
  const flow = flows.data?.flows.find(({ id }) => id === site.flow)
  if (open)
    return (
      <Panel title={site.name}>
        <SiteForm site={site} onDone={onClose} />
      </Panel>
    )
  return (
    <Panel
      title={site.name}
      actions={
        <>
          <ButtonLink size="s" href={`/widget/try?site=${encodeURIComponent(site.key)}`} target="_blank">
            Open a test page
          </ButtonLink>
          <Button size="s" onPress={onOpen} aria-label={`Change ${site.name}`}>
            Change
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <dl className={styles.facts}>
          <dt>Opens on</dt>
          <dd>{site.origins.join(', ')}</dd>
          <dt>Flow</dt>
          <dd>
            {site.flow === null ? (
              <Badge tone="warning">None: visitors see 101 and 999</Badge>
            ) : (
              <>
                {flow?.name ?? site.flow}{' '}
                {flow && flow.live === null && <Badge tone="warning">Not published yet</Badge>}
              </>
            )}
          </dd>
          <dt>Quick exit</dt>
          <dd>
            {site.exitUrl}, Escape {site.escape === 'leave' ? 'leaves the page' : 'makes the chat small'}
          </dd>
        </dl>
        <Snippet siteKey={site.key} />
      </div>
    </Panel>
  )
}
