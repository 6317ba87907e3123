import { nextBankHolidays, type Region, regions } from '../../schema/bank-holidays.ts'
import { SelectField } from '../ui/select-field.tsx'
import { regionNames } from './describe-hours.ts'
import styles from './settings.module.css'

interface BankHolidayFieldProps {
  region: Region | null
  onChange: (region: Region | null) => void
}
const openAsUsual = 'open'
const options = [
  { value: openAsUsual, label: 'Open as usual' },
  ...regions.map((region) => ({ value: region, label: `Closed on those of ${regionNames[region]}` })),
]
const long = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })

/** Whether a department is closed on bank holidays, with the days that come next. */
export function BankHolidayField({ region, onChange }: BankHolidayFieldProps) {
  const next = region && nextBankHolidays(new Date().toISOString().slice(0, 10), region, 3)
  return (
    <div className={styles.two}>
      <SelectField
        label="Bank holidays"
        help={next ? `Next: ${next.map((date) => long.format(new Date(date))).join('; ')}.` : undefined}
        options={options}
        value={region ?? openAsUsual}
        onChange={(value) => onChange(regions.find((each) => each === value) ?? null)}
      />
    </div>
  )
}
