import { ChoiceSetting, Group, More, TextSetting } from '../kit/editor/fields.tsx'
import { ListSetting } from '../kit/editor/list-setting.tsx'
import { isRecord } from '../kit/editor/path.ts'
import { SpansSetting } from '../kit/editor/spans-setting.tsx'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'
import { weekdays } from './definition.ts'

const days: Record<(typeof weekdays)[number], string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}
const holidays = [
  { value: 'england-and-wales', label: 'England and Wales' },
  { value: 'scotland', label: 'Scotland' },
  { value: 'northern-ireland', label: 'Northern Ireland' },
]

function Panel() {
  const { node, force } = useNodeEditing()
  const own = node.data.department === undefined
  return (
    <>
      <ChoiceSetting
        field="department"
        label="Whose hours"
        none="Hours of this node, below"
        options={force.departments}
      />
      {own && (
        <>
          <Group title="Week" help="A day without times is closed.">
            {weekdays.map((day) => (
              <SpansSetting key={day} field={`week.${day}`} label={days[day]} />
            ))}
          </Group>
          <ChoiceSetting
            field="bankHolidays"
            label="Bank holidays"
            help="Closed on the days of this part of the country."
            none="Open as usual"
            options={holidays}
          />
          <More title="Special days and time zone">
            <ListSetting
              field="special"
              label="Special days"
              add="Add a day"
              nameOf={(entry, index) => (isRecord(entry) && String(entry.label || entry.date)) || `day ${index + 1}`}
              create={() => ({ date: new Date().toISOString().slice(0, 10), hours: [] })}
            >
              {(path) => (
                <>
                  <TextSetting field={`${path}.date`} label="Date" help="Year, month, day: 2026-12-25" mono />
                  <TextSetting field={`${path}.label`} label="Name" optional />
                  <SpansSetting field={`${path}.hours`} label="Hours" />
                </>
              )}
            </ListSetting>
            <TextSetting field="zone" label="Time zone" placeholder="Europe/London" optional mono />
          </More>
        </>
      )}
    </>
  )
}

export const editor: NodeEditor = { type: 'office-hours', Panel }
