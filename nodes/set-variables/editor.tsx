import { variableTypes } from '../../schema/flow.ts'
import { ExpressionSetting } from '../kit/editor/expression-setting.tsx'
import { ListSetting } from '../kit/editor/list-setting.tsx'
import { isRecord } from '../kit/editor/path.ts'
import { VariableSetting } from '../kit/editor/variable-setting.tsx'
import type { NodeEditor } from '../kit/node-editor.ts'

function Panel() {
  return (
    <ListSetting
      field="assignments"
      label="Variables to set"
      help="From top to bottom: what stands above is set already."
      add="Set another variable"
      empty="Sets nothing yet."
      nameOf={(entry, index) =>
        isRecord(entry) && entry.variable
          ? `${String(entry.variable)} = ${String(entry.value)}`
          : `variable ${index + 1}`
      }
      create={() => ({ variable: '', value: '' })}
    >
      {(path) => (
        <>
          <VariableSetting field={`${path}.variable`} label="Variable" types={variableTypes} />
          <ExpressionSetting
            field={`${path}.value`}
            label="Value"
            help={'Text stands in quotes: "theft". Other variables by name.'}
          />
        </>
      )}
    </ListSetting>
  )
}

export const editor: NodeEditor = { type: 'set-variables', Panel }
