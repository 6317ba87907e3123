import { nextBankHolidays, type Region, regions } from '../../schema/bank-holidays.ts'
import { ChoiceSetting, Group, More, TextSetting } from '../kit/editor/fields.tsx'
import { ListSetting } from '../kit/editor/list-setting.tsx'
import { isRecord } from '../kit/editor/path.ts'
import { SpansSetting } from '../kit/editor/spans-setting.tsx'
import { type NodeEditor, useNodeEditing } from '../kit/node-editor.ts'
import { weekdays } from './definition.ts'
import { WeekGrid } from './week-grid.tsx'

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
  const { node, force, kit, set } = useNodeEditing()
  const week = isRecord(node.data.week) ? node.data.week : {}
  const region = regions.find((each) => each === node.data.bankHolidays)
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
          <Group title="Week" help="Press or draw over the hours that are open. Arrow keys and Space do the same.">
            <WeekGrid />
            <div>
              <kit.Button
                size="s"
                onPress={() => set('week', { ...week, tue: week.mon, wed: week.mon, thu: week.mon, fri: week.mon })}
              >
                Tuesday to Friday like Monday
              </kit.Button>
            </div>
          </Group>
          <More title="To the minute">
            {weekdays.map((day) => (
              <SpansSetting key={day} field={`week.${day}`} label={days[day]} />
            ))}
          </More>
          <ChoiceSetting
            field="bankHolidays"
            label="Bank holidays"
            help="Closed on the days of this part of the country."
            none="Open as usual"
            options={holidays}
          />
          {region && <NextHolidays region={region} />}
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

const long = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' })

/** The days that are closed next, so that nobody has to look them up. */
function NextHolidays({ region }: { region: Region }) {
  const next = nextBankHolidays(new Date().toISOString().slice(0, 10), region, 4)
  return (
    <p>
      Closed next on {next.map((date) => long.format(new Date(date))).join('; ')}. Add days that are proclaimed later as
      special days.
    </p>
  )
}

export const editor: NodeEditor = { type: 'office-hours', Panel }
