import { useQuery } from '@tanstack/react-query'
import { Globe, Plus } from 'lucide-react'
import { useState } from 'react'
import { Loaded } from '../loaded.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './settings.module.css'
import { sitesQuery } from './settings-queries.ts'
import { SiteForm } from './site-form.tsx'
import { SitePanel } from './site-panel.tsx'

/** Websites that may show the chat. */
export function SitesPage() {
  const sites = useQuery(sitesQuery)
  const [open, setOpen] = useState<string>()
  const close = () => setOpen(undefined)
  const add = (
    <Button icon={<Plus size={16} aria-hidden="true" />} onPress={() => setOpen('new')} isDisabled={open === 'new'}>
      Add a site
    </Button>
  )
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>A site is a website that may show the chat. It opens nowhere else.</p>
        {add}
      </div>
      {open === 'new' && (
        <Panel title="New site">
          <SiteForm onDone={close} />
        </Panel>
      )}
      <Loaded query={sites} what="sites">
        {(data) =>
          data.sites.length === 0 && open !== 'new' ? (
            <Panel flush>
              <EmptyState icon={Globe} title="No site yet" actions={add}>
                Add the website on which visitors will find the chat.
              </EmptyState>
            </Panel>
          ) : (
            data.sites.map((site) => (
              <SitePanel
                key={site.id}
                site={site}
                open={open === site.id}
                onOpen={() => setOpen(site.id)}
                onClose={close}
              />
            ))
          )
        }
      </Loaded>
    </>
  )
}
