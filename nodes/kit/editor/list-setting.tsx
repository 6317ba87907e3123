import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, GripVertical, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useNodeEditing } from '../node-editor.ts'
import styles from './fields.module.css'
import { useField } from './use-field.ts'
import { plusIcon } from './variable-setting.tsx'

interface ListSettingProps {
  /** Path of the list. */
  field: string
  label: string
  help?: ReactNode
  /** One entry in words, for its heading and for the names of its buttons: "case 2". */
  nameOf: (entry: unknown, index: number) => string
  add: string
  /** A new entry. */
  create: (entries: readonly unknown[]) => unknown
  /** The fields of one entry. `path` is `cases.2`. */
  children: (path: string, entry: unknown) => ReactNode
  empty?: string
  /** Entries of one short line stay open and have no heading. */
  flat?: boolean
}

/** Entries that can be added, taken away and put in another order: by drag, with buttons, and with Alt and the arrow keys. */
export function ListSetting({ field, label, help, nameOf, add, create, children, empty, flat }: ListSettingProps) {
  const { kit, issues, shown } = useNodeEditing()
  const { value, set, error, ref } = useField(field)
  const entries: readonly unknown[] = Array.isArray(value) ? value : []
  const [open, setOpen] = useState<number | undefined>()
  const [drag, setDrag] = useState<{ from: number; to: number }>()
  const called = shown?.startsWith(`${field}.`) ? Number(shown.slice(field.length + 1).split('.')[0]) : undefined

  function move(from: number, to: number) {
    if (to < 0 || to >= entries.length) return
    const next = [...entries]
    const [entry] = next.splice(from, 1)
    next.splice(to, 0, entry)
    set(next)
    if (open === from) setOpen(to)
  }
  const hasFault = (index: number) =>
    issues.some((issue) => issue.severity === 'fault' && `${issue.field}.`.startsWith(`${field}.${index}.`))

  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {help && <p className={styles.help}>{help}</p>}
      <div className={styles.list} ref={ref}>
        {entries.length === 0 && empty && <p className={styles.none}>{empty}</p>}
        {entries.map((entry, index) => {
          const name = nameOf(entry, index)
          const path = `${field}.${index}`
          const isOpen = open === index || called === index
          const buttons = (
            <>
              <kit.IconButton
                size="s"
                label={`Move ${name} up`}
                icon={<ArrowUp size={14} aria-hidden="true" />}
                isDisabled={index === 0}
                onPress={() => move(index, index - 1)}
              />
              <kit.IconButton
                size="s"
                label={`Move ${name} down`}
                icon={<ArrowDown size={14} aria-hidden="true" />}
                isDisabled={index === entries.length - 1}
                onPress={() => move(index, index + 1)}
              />
              <kit.IconButton
                size="s"
                label={`Remove ${name}`}
                icon={<Trash2 size={14} aria-hidden="true" />}
                onPress={() => set(entries.filter((_, each) => each !== index))}
              />
            </>
          )
          const onKeyDown = (event: { altKey: boolean; key: string; preventDefault: () => void }) => {
            if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
            event.preventDefault()
            move(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
          }
          if (flat)
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside pass by here
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
              <div key={index} className={styles.row} onKeyDown={onKeyDown}>
                <div>{children(path, entry)}</div>
                {buttons}
              </div>
            )
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside pass by here
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
              key={index}
              className={`${styles.entry} ${hasFault(index) ? styles.bad : ''} ${drag?.to === index && drag.from !== index ? (drag.from > index ? styles.before : styles.after) : ''}`}
              onKeyDown={onKeyDown}
              onDragOver={(event) => {
                if (!drag) return
                event.preventDefault()
                if (drag.to !== index) setDrag({ ...drag, to: index })
              }}
              onDrop={(event) => {
                if (!drag) return
                event.preventDefault()
                move(drag.from, drag.to)
                setDrag(undefined)
              }}
            >
              <div className={styles.entryHead}>
                {entries.length > 1 && (
                  <span
                    draggable
                    className={styles.grip}
                    title="Drag to another place"
                    aria-hidden="true"
                    onDragStart={(event) => {
                      event.dataTransfer.effectAllowed = 'move'
                      event.dataTransfer.setData('text/plain', name)
                      setDrag({ from: index, to: index })
                    }}
                    onDragEnd={() => setDrag(undefined)}
                  >
                    <GripVertical size={14} />
                  </span>
                )}
                <button
                  type="button"
                  className={styles.open}
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? undefined : index)}
                >
                  {isOpen ? (
                    <ChevronDown size={14} aria-hidden="true" />
                  ) : (
                    <ChevronRight size={14} aria-hidden="true" />
                  )}
                  <span>{name}</span>
                </button>
                {buttons}
              </div>
              {isOpen && <div className={styles.entryBody}>{children(path, entry)}</div>}
            </div>
          )
        })}
        <div>
          <kit.Button
            size="s"
            icon={plusIcon}
            onPress={() => {
              set([...entries, create(entries)])
              setOpen(entries.length)
            }}
          >
            {add}
          </kit.Button>
        </div>
        {error && <p className={styles.error}>{error}</p>}
      </div>
    </fieldset>
  )
}

/** An id that no entry has yet: `case-1`, `case-2`. */
export function freeId(base: string, entries: readonly unknown[]): string {
  const ids = new Set(
    entries.flatMap((entry) => (typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : [])),
  )
  for (let number = entries.length + 1; ; number++) if (!ids.has(`${base}-${number}`)) return `${base}-${number}`
}
