import { Ellipsis, PanelRightClose } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { FlowNode } from '../../../schema/flow.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { NodeTile } from '../../ui/node-tile.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useBuilder, useBuilderState, useFlow } from '../builder-context.tsx'
import { focusCanvas } from '../canvas/focus-canvas.ts'
import { AlsoOnNode } from '../presence/people-here.tsx'
import { FlowPanel } from '../settings/flow-panel.tsx'
import styles from './inspector.module.css'
import { ManyPanel } from './many-panel.tsx'
import { NodeForm } from './node-form.tsx'

const JsonTab = lazy(() => import('./json-tab.tsx'))

/** The settings of the selected node; those of the flow when none is selected. */
export function Inspector({ onHide }: { onHide: () => void }) {
  const view = useBuilderState((state) => state.view)
  const flow = useFlow()
  const chosen = view.nodes.length === 1 ? flow.nodes.find((node) => node.id === view.nodes[0]) : undefined
  return (
    <aside
      className={styles.inspector}
      aria-label="Settings"
      data-inspector=""
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        focusCanvas()
      }}
    >
      {chosen ? (
        <NodePanel key={chosen.id} node={chosen} onHide={onHide} />
      ) : view.nodes.length > 1 ? (
        <ManyPanel count={view.nodes.length} />
      ) : (
        <FlowPanel />
      )}
    </aside>
  )
}

function NodePanel({ node, onHide }: { node: FlowNode; onHide: () => void }) {
  const { actions, scene, definitions } = useBuilder()
  const [tab, setTab] = useState('form')
  const card = scene().cards.get(node.id)
  const known = definitions.has(node.type)
  return (
    <>
      <header className={styles.head}>
        <NodeTile category={known ? card?.category : undefined} icon={card?.icon} />
        <div className={styles.names}>
          <h2>{card?.title ?? node.id}</h2>
          <p>
            {card?.typeName} · <code>{node.id}</code>
          </p>
        </div>
        <Menu
          label="This node"
          items={[
            { id: 'duplicate', label: 'Duplicate', keys: 'Ctrl D', onAction: actions.duplicate },
            { id: 'frame', label: 'Put in a frame', keys: 'Ctrl G', onAction: actions.frame },
            { id: 'delete', label: 'Delete', keys: 'Del', danger: true, apart: true, onAction: actions.deleteChosen },
          ]}
        >
          <IconButton label="More" size="s" icon={<Ellipsis size={16} aria-hidden="true" />} />
        </Menu>
        <span className={styles.hide}>
          <IconButton
            label="Hide settings"
            size="s"
            icon={<PanelRightClose size={16} aria-hidden="true" />}
            onPress={onHide}
          />
        </span>
      </header>
      <AlsoOnNode node={node.id} />
      <Tabs
        label="Views of the settings"
        selected={known ? tab : 'json'}
        onSelect={setTab}
        items={[
          { id: 'form', label: 'Form', disabled: !known, content: known && <NodeForm node={node} /> },
          {
            id: 'json',
            label: 'JSON',
            content: (
              <Suspense fallback={<Skeleton label="Loading the code editor" lines={6} />}>
                <JsonTab node={node} />
              </Suspense>
            ),
          },
        ]}
      />
    </>
  )
}
