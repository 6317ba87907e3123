import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { FlowTestResult } from '../../../schema/api/simulate.ts'
import type { FlowTest } from '../../../schema/flow.ts'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useBuilder } from '../builder-context.tsx'
import { deleteTest, renameTest } from '../commands/tests.ts'
import { topNode } from '../simulator/lit.ts'
import { titleOf } from '../simulator/to-talk.ts'
import { divergenceWords } from './divergence-words.ts'
import styles from './tests.module.css'
import { useTests, useTestsState } from './tests-store.ts'

interface TestRowProps {
  test: FlowTest
  /** Missing while it has not run. */
  result: FlowTestResult | undefined
  /** The draft has changed since. */
  stale: boolean
}

/** One test: its name, how it went, and where it went wrong. */
export function TestRow({ test, result, stale }: TestRowProps) {
  const { store, scene } = useBuilder()
  const [renaming, setRenaming] = useState(false)
  const { cards } = scene()
  const { act, focus } = store.getState()
  const { show, edit } = useTests().getState()
  const shown = useTestsState((state) => state.shown === test.id)
  const [first] = result?.divergences ?? []
  return (
    <tr data-shown={shown || undefined}>
      <th scope="row">
        {renaming ? (
          <Rename
            name={test.name}
            onDone={(name) => {
              setRenaming(false)
              if (name !== undefined) act({ label: 'Rename test' }, (flow) => renameTest(flow, test.id, name))
            }}
          />
        ) : (
          <button type="button" className={styles.name} onClick={() => edit(test.id)}>
            {test.name}
          </button>
        )}
        {first && (
          <button
            type="button"
            className={styles.where}
            onClick={() => {
              show(test.id)
              if (cards.has(topNode(first.node ?? ''))) focus(topNode(first.node ?? ''))
            }}
          >
            Turn {first.step}: {divergenceWords(first.message, cards)}
          </button>
        )}
      </th>
      <td>{test.steps.length}</td>
      <td data-stale={stale || undefined}>
        {!result && <Badge>Not run</Badge>}
        {result?.passed && <Badge tone="ok">Passed</Badge>}
        {first && <Badge tone="fault">Failed at turn {first.step}</Badge>}
      </td>
      <td>{result && titleOf(result.endsAt, cards)}</td>
      <td className={styles.more}>
        <Menu
          label={`The test ${test.name}`}
          items={[
            { id: 'edit', label: 'Edit', onAction: () => edit(test.id) },
            {
              id: 'show',
              label: shown ? 'Hide its way on the canvas' : 'Show its way on the canvas',
              disabled: !result,
              onAction: () => show(shown ? undefined : test.id),
            },
            { id: 'rename', label: 'Rename', onAction: () => setRenaming(true) },
            {
              id: 'delete',
              label: 'Delete',
              danger: true,
              apart: true,
              onAction: () =>
                act({ label: `Deleted the test ${test.name}`, toast: true }, (flow) => deleteTest(flow, test.id)),
            },
          ]}
        >
          <IconButton size="s" label={`More for ${test.name}`} icon={<Ellipsis size={16} aria-hidden="true" />} />
        </Menu>
      </td>
    </tr>
  )
}

function Rename({ name, onDone }: { name: string; onDone: (name?: string) => void }) {
  const [text, setText] = useState(name)
  return (
    <TextField
      label="Name of the test"
      hideLabel
      autoFocus
      value={text}
      onChange={setText}
      onBlur={() => onDone(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(text)
        if (event.key === 'Escape') onDone()
      }}
    />
  )
}
