import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check, ChevronUp } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { type Colleague, colleaguesRoutes, type PresenceState } from '../../schema/api/colleagues.ts'
import { call, wordsOf } from '../api.ts'
import { colleaguesQuery } from '../inbox-queries.ts'
import { useSession } from '../session.ts'
import { classes } from '../ui/classes.ts'
import { Dialog } from '../ui/dialog.tsx'
import menu from '../ui/menu.module.css'
import { showToast } from '../ui/toast.tsx'
import styles from './inbox.module.css'
import { SoundsDialog } from './sounds-dialog.tsx'
import { useInboxKeys } from './use-inbox-keys.ts'
import { setEnterSends, useEnterSends } from './writing-settings.ts'

const names: Record<PresenceState, string> = { available: 'Available', busy: 'Busy', away: 'Away' }

/** What one wants to be given: new contacts, none, or nothing at all. */
export function PresenceMenu() {
  const { user } = useSession()
  const me = useQuery(colleaguesQuery).data?.colleagues.find(({ id }) => id === user.id)
  const [open, setOpen] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [sounding, setSounding] = useState(false)
  const enterSends = useEnterSends()
  const queries = useQueryClient()
  const choose = useMutation({
    mutationFn: (body: { state: PresenceState; pass?: boolean; languages?: string[] }) =>
      call(colleaguesRoutes.choose, { body }),
    onSuccess: (answer) => {
      queries.setQueryData(colleaguesQuery.queryKey, answer)
      setLeaving(false)
    },
    onError: (error) => showToast(`Not changed. ${wordsOf(error)}`, { tone: 'fault' }),
  })
  const state = me?.state === 'busy' || me?.state === 'away' ? me.state : 'available'
  useInboxKeys({ 'alt p': () => setOpen(true) })
  const pick = (wanted: PresenceState) => {
    if (wanted === 'away' && me && me.contacts > 0) setLeaving(true)
    else choose.mutate({ state: wanted })
  }
  const welsh = me?.languages.includes('cy') ?? false
  return (
    <div className={styles.presence} data-region data-tour="presence">
      <MenuTrigger isOpen={open} onOpenChange={setOpen}>
        <AriaButton className={styles.me}>
          <span className={classes(styles.dot, styles[state])} aria-hidden="true" />
          <span className={styles.mine}>
            <span className="sr">Presence: </span>
            {names[state]}
            <small>{loadOf(me)}</small>
          </span>
          <ChevronUp size={16} aria-hidden="true" />
        </AriaButton>
        <Popover className={menu.popover} placement="top start" offset={6}>
          <Menu className={menu.menu} aria-label="Your presence">
            {(['available', 'busy', 'away'] as const).map((one) => (
              <MenuItem
                key={one}
                id={one}
                textValue={names[one]}
                onAction={() => pick(one)}
                className={menu.item ?? ''}
              >
                <span className={classes(styles.dot, styles[one])} aria-hidden="true" />
                <span className={menu.words}>
                  {names[one]}
                  <small>{helpOf(one, me)}</small>
                </span>
                {state === one && <Check size={16} role="img" aria-label="Chosen" className={menu.end} />}
              </MenuItem>
            ))}
            <Separator className={menu.separator ?? ''} />
            <MenuItem
              id="welsh"
              textValue="I answer in Welsh"
              onAction={() => choose.mutate({ state, languages: welsh ? [] : ['cy'] })}
              className={menu.item ?? ''}
            >
              <span className={menu.words}>
                I answer in Welsh
                <small>Welsh contacts come to you first</small>
              </span>
              {welsh && <Check size={16} role="img" aria-label="Chosen" className={menu.end} />}
            </MenuItem>
            <MenuItem
              id="enter"
              textValue="Enter sends"
              onAction={() => setEnterSends(user.id, !enterSends)}
              className={menu.item ?? ''}
            >
              <span className={menu.words}>
                Enter sends
                <small>Shift and Enter begin a new line. On this machine</small>
              </span>
              {enterSends && <Check size={16} role="img" aria-label="Chosen" className={menu.end} />}
            </MenuItem>
            <MenuItem
              id="sounds"
              textValue="Sounds and messages"
              onAction={() => setSounding(true)}
              className={menu.item ?? ''}
            >
              <span className={menu.words}>Sounds and messages…</span>
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {sounding && <SoundsDialog onClose={() => setSounding(false)} />}
      <Dialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title={`Pass on your ${me?.contacts === 1 ? 'contact' : `${me?.contacts} contacts`}?`}
        verb="Pass on and go away"
        busy={choose.isPending}
        onConfirm={() => choose.mutate({ state: 'away', pass: true })}
      >
        <p>They go back to the head of their queues, and the visitors are told that a colleague takes over.</p>
        <p>To keep them and take no new ones, choose Busy instead.</p>
      </Dialog>
    </div>
  )
}

function loadOf(me: Colleague | undefined): string {
  return me ? `${me.contacts} of ${me.limit} contacts` : 'Not in any department'
}

function helpOf(state: PresenceState, me: Colleague | undefined): string {
  if (state === 'available') return `Takes new contacts, up to ${me?.limit ?? 0}`
  if (state === 'busy') return 'Keep mine, send no more'
  const count = me?.contacts ?? 0
  return count === 0 ? 'Take none' : `Asks who takes your ${count === 1 ? 'contact' : `${count} contacts`}`
}
