import { Play, X } from 'lucide-react'
import { ChoiceSetting, More, TextSetting } from '../../../nodes/kit/editor/fields.tsx'
import { ListSetting } from '../../../nodes/kit/editor/list-setting.tsx'
import { NodeEditingContext } from '../../../nodes/kit/node-editor.ts'
import type { FlowTest } from '../../../schema/flow.ts'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { nameLocales } from '../../ui/name-locales.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { setTestField } from '../commands/tests.ts'
import { editorKit } from '../inspector/editor-kit.ts'
import { useMaybeSimulator } from '../simulator/simulator-store.ts'
import { describeStep } from './describe-step.ts'
import { divergenceWords } from './divergence-words.ts'
import { HttpAnswers } from './http-answers.tsx'
import { StepSettings } from './step-settings.tsx'
import styles from './tests.module.css'
import { useTests, useTestsState } from './tests-store.ts'
import { toWorld } from './to-world.ts'

const noForce = { departments: [], connections: [], collections: [], flows: [] }

/** One test, turn by turn: what happens, and what must follow. It runs again after every change. */
export function TestPanel({ test }: { test: FlowTest }) {
  const { store, scene } = useBuilder()
  const flow = useFlow()
  const simulator = useMaybeSimulator()
  const { edit } = useTests().getState()
  const result = useTestsState((state) => state.run?.tests.find(({ id }) => id === test.id))
  const busy = useTestsState((state) => state.busy)
  const { cards } = scene()
  const issues = (result?.divergences ?? []).map(
    (divergence): FlowIssue => ({
      code: 'diverged',
      severity: 'fault',
      field: `steps.${divergence.step - 1}.expect`,
      message: divergenceWords(divergence.message, cards),
    }),
  )
  const [first] = result?.divergences ?? []
  return (
    <aside className={styles.panel} aria-label="Test" data-inspector="">
      <header className={styles.head}>
        <h2>Test</h2>
        {busy ? (
          <Badge>Running</Badge>
        ) : first ? (
          <Badge tone="fault">Failed at turn {first.step}</Badge>
        ) : (
          result && <Badge tone="ok">Passed</Badge>
        )}
        <span className={styles.grow} />
        {simulator && (
          <Button
            size="s"
            variant="quiet"
            icon={<Play size={14} aria-hidden="true" />}
            onPress={() => {
              simulator.getState().set(toWorld(test))
              simulator.getState().show(true)
              edit(undefined)
            }}
          >
            Play it
          </Button>
        )}
        <IconButton
          size="s"
          label="Close the test"
          icon={<X size={16} aria-hidden="true" />}
          onPress={() => edit(undefined)}
        />
      </header>
      <div className={styles.body}>
        <NodeEditingContext
          value={{
            node: { id: test.id, type: 'test', version: 1, position: { x: 0, y: 0 }, data: test },
            locales: flow.locales,
            variables: flow.variables,
            intents: [],
            force: noForce,
            issues,
            kit: editorKit,
            shown: undefined,
            set: (field, value, typing) =>
              store
                .getState()
                .act({ label: 'Change test', typing: typing ? `${test.id} ${field}` : undefined }, (before) =>
                  setTestField(before, test.id, field, value),
                ),
            createVariable: () => {},
          }}
        >
          {first && <p className={styles.diverged}>{`Turn ${first.step}: ${divergenceWords(first.message, cards)}`}</p>}
          <TextSetting field="name" label="Name" />
          <ListSetting
            field="steps"
            label="Turns"
            help="What happens, one after the other, and what must follow each."
            add="Add a turn"
            empty="Nothing happens yet: the contact opens the chat and waits."
            nameOf={(entry, index) => `${index + 1}. ${describeStep(entry)}`}
            create={() => ({ input: { kind: 'text', text: 'Hello' } })}
          >
            {(path, entry) => <StepSettings path={path} step={entry} />}
          </ListSetting>
          <More title="Where and when it happens">
            <ChoiceSetting
              field="locale"
              label="Language"
              none="The flow’s first language"
              options={flow.locales.map((locale) => ({ value: locale, label: nameLocales([locale]) }))}
            />
            <TextSetting field="now" label="Starts at" help="In UTC, such as 2026-11-20T19:41:00Z" mono optional />
            <HttpAnswers />
          </More>
        </NodeEditingContext>
      </div>
    </aside>
  )
}
