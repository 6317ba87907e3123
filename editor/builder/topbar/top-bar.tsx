import {
  Ellipsis,
  FileDown,
  FileUp,
  History,
  Keyboard,
  PencilLine,
  Redo2,
  Settings2,
  SlidersHorizontal,
  Undo2,
} from 'lucide-react'
import { Link } from 'react-aria-components'
import { Badge, Count } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { useBuilder, useBuilderState, useIssues } from '../builder-context.tsx'
import { PeopleHere } from '../presence/people-here.tsx'
import { TestButton } from '../simulator/test-button.tsx'
import { useCompare, useCompareState } from '../versions/compare/compare-store.ts'
import { FindButton } from './find-button.tsx'
import { FlowName } from './flow-name.tsx'
import { SaveStatus } from './save-status.tsx'
import styles from './top-bar.module.css'

interface TopBarProps {
  /** Changes since the live version; missing where there is none. */
  changeCount: number | undefined
  onProblems: () => void
  onPublish: () => void
  onVersions: () => void
  onExport: () => void
  onImport: () => void
  onKeys: () => void
}

/** Where we are, what is saved, what is wrong, and the one thing to press. */
export function TopBar(props: TopBarProps) {
  const { changeCount, onProblems, onPublish, onVersions, onExport, onImport, onKeys } = props
  const { store } = useBuilder()
  const live = useBuilderState((state) => state.live)
  const canUndo = useBuilderState((state) => state.history.past.at(-1)?.label)
  const canRedo = useBuilderState((state) => state.history.future[0]?.label)
  const compare = useCompare()
  const comparing = useCompareState((state) => state.sides !== undefined)
  const issues = useIssues()
  const faults = issues.filter((issue) => issue.severity === 'fault').length
  const draft = live === null || changeCount === undefined || changeCount > 0
  return (
    <header className={styles.bar}>
      <nav className={styles.crumb} aria-label="Where you are">
        <Link href="/flows">Flows</Link>
        <span aria-hidden="true">›</span>
      </nav>
      <FlowName />
      {draft ? (
        <Badge tone="waiting" icon={PencilLine}>
          Draft
        </Badge>
      ) : (
        <Badge tone="ok">Live</Badge>
      )}
      <button type="button" className={styles.changes} onClick={onVersions}>
        {live === null ? (
          'Not published yet'
        ) : changeCount === undefined || changeCount === 0 ? (
          `Version ${live}`
        ) : (
          <>
            {changeCount} {changeCount === 1 ? 'change' : 'changes'}
            <span className={styles.since}> since version {live}</span>
          </>
        )}
      </button>
      <SaveStatus />
      <span className={styles.grow} />
      <PeopleHere />
      <IconButton
        size="s"
        label={canUndo ? `Undo: ${canUndo}` : 'Undo'}
        keys="Ctrl Z"
        isDisabled={!canUndo}
        icon={<Undo2 size={16} aria-hidden="true" />}
        onPress={() => store.getState().undo()}
      />
      <IconButton
        size="s"
        label={canRedo ? `Redo: ${canRedo}` : 'Redo'}
        keys="Ctrl Shift Z"
        isDisabled={!canRedo}
        icon={<Redo2 size={16} aria-hidden="true" />}
        onPress={() => store.getState().redo()}
      />
      <span className={styles.line} aria-hidden="true" />
      <FindButton />
      <Button variant="quiet" onPress={onProblems}>
        <Count value={issues.length} tone={faults > 0 ? 'fault' : issues.length > 0 ? 'waiting' : 'neutral'} />
        {issues.length === 1 ? 'problem' : 'problems'}
      </Button>
      <Menu
        label="More for this flow"
        items={[
          {
            id: 'settings',
            label: 'Variables and settings',
            icon: <Settings2 size={16} aria-hidden="true" />,
            onAction: () => store.getState().focus(undefined),
          },
          { id: 'versions', label: 'Versions', icon: <History size={16} aria-hidden="true" />, onAction: onVersions },
          {
            id: 'export',
            label: 'Export',
            icon: <FileDown size={16} aria-hidden="true" />,
            onAction: onExport,
            apart: true,
          },
          {
            id: 'import',
            label: 'Import over this draft…',
            icon: <FileUp size={16} aria-hidden="true" />,
            onAction: onImport,
          },
          {
            id: 'keys',
            label: 'Keyboard',
            keys: '?',
            icon: <Keyboard size={16} aria-hidden="true" />,
            onAction: onKeys,
            apart: true,
          },
        ]}
      >
        <IconButton size="s" label="More" icon={<Ellipsis size={16} aria-hidden="true" />} />
      </Menu>
      {live !== null && (
        <Button
          variant="quiet"
          icon={<SlidersHorizontal size={16} aria-hidden="true" />}
          onPress={() => (comparing ? compare.getState().close() : compare.getState().open(live, 'draft'))}
        >
          Compare
        </Button>
      )}
      <TestButton />
      <Button variant="primary" onPress={onPublish}>
        Publish…
      </Button>
    </header>
  )
}
