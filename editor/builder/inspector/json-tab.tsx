import { useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import { isRecord } from '../../../nodes/kit/editor/path.ts'
import type { FlowNode } from '../../../schema/flow.ts'
import { Button } from '../../ui/button.tsx'
import { useBuilder, useIssues } from '../builder-context.tsx'
import { setSettings } from '../commands/set-field.ts'
import styles from './inspector.module.css'
import { findJsonPlace, type Stretch } from './json-place.ts'
import { type CodeBox, openCodeBox } from './open-code-box.ts'

interface JsonTabProps {
  node: FlowNode
  /** Opens the code editor; stories give one that cannot. */
  openBox?: typeof openCodeBox
}

/**
 * The settings as JSON, with completion and checks from their schema, and every problem marked at its place. A plain box
 * stands in while the editor loads, and where it cannot be loaded.
 */
export default function JsonTab({ node, openBox = openCodeBox }: JsonTabProps) {
  const { store, definitions } = useBuilder()
  const host = useRef<HTMLDivElement>(null)
  const box = useRef<CodeBox>(undefined)
  const plain = useRef<HTMLTextAreaElement>(null)
  const [loaded, setLoaded] = useState(false)
  const [failed, setFailed] = useState(false)
  const stored = JSON.stringify(node.data, undefined, 2)
  const [draft, setDraft] = useState(stored)
  const all = useIssues()
  const issues = useMemo(() => all.filter((issue) => issue.node === node.id), [all, node.id])
  const parsed = parse(draft)
  const shown = parsed && JSON.stringify(parsed) === JSON.stringify(node.data) ? draft : parsed ? stored : draft

  function write(text: string) {
    setDraft(text)
    const data = parse(text)
    if (data)
      store
        .getState()
        .act({ label: 'Change JSON', typing: `${node.id} json` }, (flow) => setSettings(flow, node.id, data))
  }
  const latest = useRef(write)
  latest.current = write

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once for each node; later changes come by `write`
  useEffect(() => {
    let closed = false
    const definition = definitions.get(node.type)
    const schema = definition ? z.toJSONSchema(definition.data, { unrepresentable: 'any', io: 'input' }) : {}
    openBox(host.current, {
      id: node.id,
      schema,
      text: JSON.stringify(node.data, undefined, 2),
      variables: () => store.getState().history.present.variables.map(({ name }) => name),
      wanted: () => !closed,
    }).then(
      (opened) => {
        if (!opened) return
        box.current = opened
        opened.onChange((text) => latest.current(text))
        setLoaded(true)
      },
      () => setFailed(!closed),
    )
    return () => {
      closed = true
      box.current?.close()
      box.current = undefined
    }
  }, [node.id, definitions])
  useEffect(() => {
    if (box.current && shown === stored && box.current.text() !== shown) {
      const own = parse(box.current.text())
      if (!own || JSON.stringify(own) !== JSON.stringify(node.data)) box.current.write(shown)
    }
  }, [shown, stored, node.data])

  useEffect(() => {
    if (!loaded || !box.current) return
    const text = box.current.text()
    const placed = parse(text) ? issues : []
    box.current.mark(
      placed.flatMap(({ field, message, severity }) =>
        field === undefined ? [] : [{ at: findJsonPlace(text, field), words: message, grave: severity === 'fault' }],
      ),
    )
  }, [loaded, issues])

  function goTo(field: string) {
    const text = box.current?.text() ?? shown
    if (!parse(text)) return
    const at = findJsonPlace(text, field)
    if (box.current) box.current.show(at)
    else select(plain.current, at)
  }

  return (
    <div className={styles.json}>
      {loaded && (
        <div className={styles.jsonTools}>
          <Button size="s" variant="quiet" onPress={() => box.current?.format()}>
            Format
          </Button>
        </div>
      )}
      <div ref={host} className={styles.code} hidden={!loaded} />
      {!loaded && (
        <textarea
          ref={plain}
          aria-label="Settings as JSON"
          className={styles.plain}
          spellCheck={false}
          value={shown}
          onChange={(event) => write(event.target.value)}
        />
      )}
      {failed && (
        <p className={styles.help}>
          The code editor could not be loaded. This plain box does the same without its help.
        </p>
      )}
      {!parsed && (
        <p className={styles.fault} role="status">
          This is not JSON yet. The node keeps its last settings until it is.
        </p>
      )}
      {issues.length > 0 && (
        <ul className={styles.issues} aria-label="Problems of these settings">
          {issues.map((issue) => (
            <li key={`${issue.code} ${issue.field} ${issue.message}`}>
              {issue.field === undefined ? (
                issue.message
              ) : (
                <button type="button" onClick={() => goTo(issue.field ?? '')}>
                  <code>{issue.field}</code> {issue.message}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function select(area: HTMLTextAreaElement | null, { from, to }: Stretch) {
  area?.focus()
  area?.setSelectionRange(from, to)
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}
