import {
  FileDown,
  FileUp,
  History,
  Keyboard,
  ListChecks,
  Play,
  Redo2,
  Rocket,
  Settings2,
  Undo2,
  Wand,
} from 'lucide-react'
import { type Command, useCommands } from '../ui/commands.ts'
import { NodeTile } from '../ui/node-tile.tsx'
import { useBuilder } from './builder-context.tsx'
import { builderKeys } from './builder-keys.ts'
import { focusCanvas } from './canvas/focus-canvas.ts'
import { useAutoLayout } from './canvas/use-auto-layout.ts'
import { usePlacing } from './palette/use-placing.ts'
import { useSimulator } from './simulator/simulator-store.ts'

interface Doings {
  publish: () => void
  versions: () => void
  export: () => void
  import: () => void
  keys: () => void
  problems: () => void
}

/** Offers what can be done with the open flow to Ctrl K. */
export function useDocumentCommands(doings: Doings): void {
  const { store, definitions } = useBuilder()
  const simulator = useSimulator()
  const { tidy } = useAutoLayout()
  const { add } = usePlacing()
  const icon = (Icon: typeof Play) => <Icon size={16} aria-hidden="true" />
  const action = (title: string, Icon: typeof Play, run: () => void, more: Partial<Command> = {}): Command => ({
    id: `action-${title}`,
    group: 'Actions',
    title,
    icon: icon(Icon),
    run,
    ...more,
  })
  useCommands('document', () => [
    action('Test the draft', Play, () => simulator.getState().show(true), {
      keys: builderKeys.test.keys,
      also: 'simulator try',
    }),
    action('Publish…', Rocket, doings.publish, { also: 'live release' }),
    action('Versions and compare', History, doings.versions, { also: 'history roll back difference' }),
    action('Tidy up the layout', Wand, tidy, { keys: builderKeys.tidy.keys, also: 'arrange auto layout' }),
    action('Keyboard map', Keyboard, doings.keys, { keys: builderKeys.help.keys, also: 'shortcuts help' }),
    action('Show the problems', ListChecks, doings.problems, { also: 'faults advice' }),
    action('Variables and settings of this flow', Settings2, () => store.getState().focus(undefined), {
      also: 'languages name tags',
    }),
    action('Undo', Undo2, () => store.getState().undo(), { keys: builderKeys.undo.keys }),
    action('Redo', Redo2, () => store.getState().redo(), { keys: builderKeys.redo.keys }),
    action('Export this flow', FileDown, doings.export, { also: 'download json file' }),
    action('Import over this draft…', FileUp, doings.import, { also: 'upload json file' }),
    ...[...definitions.values()].map(
      (definition): Command => ({
        id: `add-${definition.type}`,
        group: 'Add a node',
        title: `Add ${definition.name}`,
        makes: true,
        detail: definition.description,
        icon: <NodeTile category={definition.category} icon={definition.icon} size="s" />,
        run: () => {
          add(definition)
          focusCanvas()
        },
      }),
    ),
  ])
}
