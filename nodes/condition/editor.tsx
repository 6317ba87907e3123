import { ConditionSetting } from '../kit/editor/condition-setting.tsx'
import { More, TextSetting } from '../kit/editor/fields.tsx'
import { freeId, ListSetting } from '../kit/editor/list-setting.tsx'
import { isRecord } from '../kit/editor/path.ts'
import type { NodeEditor } from '../kit/node-editor.ts'

function Panel() {
  return (
    <ListSetting
      field="cases"
      label="Cases"
      help="The contact goes the way of the first that holds; otherwise by Otherwise."
      add="Add a case"
      nameOf={(entry, index) =>
        (isRecord(entry) && (String(entry.label ?? '') || String(entry.when ?? ''))) || `case ${index + 1}`
      }
      create={(entries) => ({ id: freeId('case', entries), when: '' })}
    >
      {(path) => (
        <>
          <TextSetting field={`${path}.label`} label="Name" help="The card shows it." optional />
          <ConditionSetting field={`${path}.when`} label="Holds when" />
          <More title="More">
            <TextSetting field={`${path}.id`} label="Id" mono />
          </More>
        </>
      )}
    </ListSetting>
  )
}

export const editor: NodeEditor = { type: 'condition', Panel }
