import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { Workflow } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { call } from '../api.ts'
import { hasRole, useSession } from '../session.ts'
import { classes } from '../ui/classes.ts'
import { type Command, useCommandStore } from '../ui/commands.ts'
import { Kbd } from '../ui/kbd.tsx'
import { isPressed } from '../ui/keys.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './command-palette.module.css'
import { findCommands } from './find-commands.ts'
import { usePlaces } from './use-places.tsx'

const openDialog = '[aria-modal="true"], [data-rac][role$="dialog"]:not([aria-modal="false"])'
const findKey = { keys: 'Ctrl K', words: 'Find anything', group: '' }

/** Find anything, from every staff page: what the open page offers, flows, what stands in them, pages, settings. */
export function CommandPalette() {
  const { open, show } = useCommandStore()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isPressed(event, findKey)) return
      // A dialog is answered first. The alert bar is none, and a toast calls itself one that takes nothing from anybody.
      if (!useCommandStore.getState().open && document.querySelector(openDialog)) return
      event.preventDefault()
      event.stopPropagation()
      show(!useCommandStore.getState().open)
    }
    // Before the code editor, for which Ctrl K begins a chord.
    document.addEventListener('keydown', onKeyDown, true)
    return () => {
      document.removeEventListener('keydown', onKeyDown, true)
      show(false)
    }
  }, [show])
  return (
    <ModalOverlay isOpen={open} onOpenChange={show} isDismissable className={styles.overlay}>
      <Modal className={styles.modal}>
        <Dialog aria-label="Find anything" className={styles.dialog}>
          <Finder onDone={() => show(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Finder({ onDone }: { onDone: () => void }) {
  const [words, setWords] = useState('')
  const [index, setIndex] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const sources = useCommandStore((state) => state.sources)
  const places = usePlaces()
  const wanted = useDeferredValue(words)
  const offered = useMemo(() => [...sources.values()].flatMap((source) => source(wanted)), [sources, wanted])
  const elsewhere = useFoundElsewhere(words, places.open)
  const groups = useMemo(
    () => findCommands([...offered, ...places.commands, ...elsewhere.commands], words),
    [offered, places.commands, elsewhere.commands, words],
  )
  const shown = groups.flatMap((group) => group.commands)
  const current = shown[Math.min(index, shown.length - 1)]

  useEffect(() => {
    if (current) document.getElementById(`${id}-${current.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [current, id])

  function run(command: Command | undefined) {
    if (!command) return
    onDone()
    // The dialog gives the focus back first, so that what follows can take it.
    requestAnimationFrame(() => requestAnimationFrame(command.run))
  }
  return (
    <>
      <input
        className={styles.search}
        // biome-ignore lint/a11y/noAutofocus: opened to type in
        autoFocus
        placeholder="Nodes, words, variables, flows, settings, actions"
        aria-label="Find anything"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current && `${id}-${current.id}`}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setIndex(0)
        }}
        onKeyDown={(event) => {
          const last = shown.length - 1
          if (event.key === 'ArrowDown') setIndex(index >= last ? 0 : index + 1)
          else if (event.key === 'ArrowUp') setIndex(index <= 0 ? last : Math.min(index, last) - 1)
          else if (event.key === 'Enter') run(current)
          else return
          event.preventDefault()
        }}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label="What was found" className={styles.list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, which no native element is
          <div key={group.name} role="group" aria-label={group.name}>
            <div className={styles.heading} aria-hidden="true">
              {group.name}
            </div>
            {group.commands.map((command) => (
              // biome-ignore lint/a11y/useFocusableInteractive: reached by aria-activedescendant
              // biome-ignore lint/a11y/useKeyWithClickEvents: the box above handles the keys
              <div
                key={command.id}
                id={`${id}-${command.id}`}
                role="option"
                aria-selected={command === current}
                className={classes(styles.option, command === current && styles.current)}
                onClick={() => run(command)}
              >
                <span className={styles.icon}>{command.icon}</span>
                <span className={styles.words}>
                  <span className={styles.title}>{command.title}</span>
                  {command.detail && <small>{command.detail}</small>}
                </span>
                {command.keys && <Kbd keys={command.keys} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      {elsewhere.busy && <Skeleton label="Looking in other flows" lines={1} />}
      {shown.length === 0 && !elsewhere.busy && (
        <p className={styles.none}>
          Nothing is called “{words}”. Words of visitors are not searched here; they stand in the contacts.
        </p>
      )}
      {elsewhere.failed && <p className={styles.none}>The other flows could not be searched.</p>}
      <p role="status" className="sr">
        {shown.length === 1 ? '1 found' : `${shown.length} found`}
      </p>
    </>
  )
}

/** What stands in flows that are not open here, by the server. */
function useFoundElsewhere(words: string, open: (address: string) => void) {
  const mayDesign = hasRole(useSession(), 'designer', 'admin')
  const { pathname } = useLocation()
  const wanted = useDeferredValue(words.trim())
  const found = useQuery({
    queryKey: ['flow-search', wanted],
    queryFn: ({ signal }) => call(flowsRoutes.search, { query: { words: wanted }, signal }),
    enabled: mayDesign && wanted.length > 1,
    staleTime: 10_000,
  })
  const commands = useMemo(
    () =>
      (found.data?.found ?? [])
        .filter(({ flow }) => pathname !== `/flows/${flow}`)
        .map(({ flow, name, kind, node, field, title, excerpt }, index): Command => {
          const place = new URLSearchParams({ ...(node ? { node } : {}), ...(field ? { field } : {}) })
          return {
            id: `elsewhere-${index}`,
            group: 'In other flows',
            title: kind === 'text' ? (excerpt ?? title) : title,
            detail: kind === 'text' ? `${name} · ${title}` : kind === 'variable' ? `${name} · variable` : name,
            // The server has matched already, also by words that are not shown.
            also: wanted,
            icon: <Workflow size={16} aria-hidden="true" />,
            run: () => open(`/flows/${flow}?${place}`),
          }
        }),
    [found.data, pathname, open, wanted],
  )
  return { commands, busy: found.isFetching && !found.data, failed: found.isError }
}
