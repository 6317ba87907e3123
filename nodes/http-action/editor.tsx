import { variableTypes } from '../../schema/flow.ts'
import { ExpressionSetting } from '../kit/editor/expression-setting.tsx'
import { CheckSetting, ChoiceSetting, More, NumberSetting, TextSetting, Two } from '../kit/editor/fields.tsx'
import { ListSetting } from '../kit/editor/list-setting.tsx'
import { LocalisedSetting } from '../kit/editor/localised-setting.tsx'
import { isRecord } from '../kit/editor/path.ts'
import { VariableSetting } from '../kit/editor/variable-setting.tsx'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'
import { DryRun } from './dry-run.tsx'
import { SampleAnswer } from './sample-answer.tsx'

const methods = [
  { value: 'GET', label: 'Look up', help: 'GET' },
  { value: 'POST', label: 'Send', help: 'POST' },
  { value: 'PUT', label: 'Replace', help: 'PUT' },
  { value: 'PATCH', label: 'Change', help: 'PATCH' },
  { value: 'DELETE', label: 'Delete', help: 'DELETE' },
]

function Panel() {
  const { force, node } = useNodeEditing()
  const sends = node.data.method !== 'GET' && node.data.method !== 'DELETE'
  const pair = (left: string, right: string) => (entry: unknown, index: number) =>
    isRecord(entry) && entry[left] ? `${String(entry[left])} ← ${String(entry[right] ?? '')}` : `entry ${index + 1}`
  return (
    <>
      <ChoiceSetting
        field="connection"
        label="Connection"
        help="Hosts come from the admin’s list."
        options={force.connections}
      />
      <ChoiceSetting field="method" label="What to do" options={methods} />
      <ListSetting
        field="path"
        label="Address below the connection"
        help="One part on each line. Variables stand in {{ }}."
        add="Add a part"
        flat
        nameOf={(_entry, index) => `part ${index + 1}`}
        create={() => ''}
      >
        {(path) => <TextSetting field={path} label={`Part ${Number(path.split('.')[1]) + 1}`} mono />}
      </ListSetting>
      {sends && (
        <ListSetting
          field="body"
          label="Send"
          help="Where each value goes, and the expression that gives it."
          add="Add a value"
          nameOf={pair('field', 'value')}
          create={() => ({ field: '', value: '' })}
        >
          {(path) => (
            <>
              <TextSetting field={`${path}.field`} label="Name over there" placeholder="report.reference" mono />
              <ExpressionSetting field={`${path}.value`} label="Value" />
            </>
          )}
        </ListSetting>
      )}
      <ListSetting
        field="query"
        label="Search values"
        add="Add a search value"
        nameOf={pair('name', 'value')}
        create={() => ({ name: '', value: '' })}
      >
        {(path) => (
          <>
            <TextSetting field={`${path}.name`} label="Name over there" mono />
            <ExpressionSetting field={`${path}.value`} label="Value" />
          </>
        )}
      </ListSetting>
      <DryRun />
      <SampleAnswer />
      <ListSetting
        field="save"
        label="Keep of the answer"
        add="Keep a value"
        nameOf={(entry, index) =>
          isRecord(entry) && entry.from ? `${String(entry.from)} → ${String(entry.variable)}` : `value ${index + 1}`
        }
        create={() => ({ from: '', variable: '' })}
      >
        {(path, entry) => (
          <>
            <TextSetting field={`${path}.from`} label="Name over there" placeholder="report.status" mono />
            <VariableSetting
              field={`${path}.variable`}
              label="Keep it in"
              types={variableTypes}
              suggest={isRecord(entry) ? String(entry.from ?? '') : ''}
            />
            <CheckSetting
              field={`${path}.optional`}
              label="It may be missing"
              help="Otherwise the action fails without it."
            />
          </>
        )}
      </ListSetting>
      <Two>
        <NumberSetting field="timeoutSeconds" label="Time limit" unit="seconds" min={1} max={120} />
        <NumberSetting field="tries" label="Tries" min={1} max={10} />
      </Two>
      <More title="More">
        <LocalisedSetting field="waiting" label="Say while it works" optional />
        <VariableSetting field="saveFailure" label="Keep the reason of a failure in" optional suggest="failure" />
      </More>
    </>
  )
}

export const editor: NodeEditor = { type: 'http-action', Panel }
