import { ChoiceSetting, NumberSetting } from '../../../nodes/kit/editor/fields.tsx'
import { ListSetting } from '../../../nodes/kit/editor/list-setting.tsx'
import { isRecord } from '../../../nodes/kit/editor/path.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { httpActions, sampleAnswer } from '../simulator/world.ts'
import { JsonSetting } from './json-setting.tsx'

const failures = [
  { value: 'unreachable', label: 'It cannot be reached' },
  { value: 'timeout', label: 'It times out' },
  { value: 'unknown', label: 'Nobody knows whether it worked' },
]

/** How other systems answer during a test, in order. Without an answer an action fails. */
export function HttpAnswers() {
  const { scene } = useBuilder()
  const actions = httpActions(useFlow())
  const titleOf = (id: unknown) => scene().cards.get(String(id))?.title ?? String(id)
  const [first] = actions
  if (!first) return null
  return (
    <ListSetting
      field="http"
      label="Answers of other systems"
      help="Each is used once, in this order. Without one an action fails."
      add="Add an answer"
      nameOf={(entry, index) => (isRecord(entry) ? titleOf(entry.node) : `answer ${index + 1}`)}
      create={() => ({ node: first.id, ...sampleAnswer(first) })}
    >
      {(path, entry) => (
        <>
          <ChoiceSetting
            field={`${path}.node`}
            label="For"
            options={actions.map(({ id }) => ({ value: id, label: titleOf(id) }))}
          />
          <ChoiceSetting field={`${path}.fails`} label="How it goes" none="It answers" options={failures} />
          {isRecord(entry) && entry.fails === undefined && (
            <>
              <NumberSetting field={`${path}.status`} label="Status" min={100} max={599} />
              <JsonSetting field={`${path}.body`} label="Answer" />
            </>
          )}
        </>
      )}
    </ListSetting>
  )
}
