import type { Words } from '../words/en.ts'

/** Day, month and year in boxes of their own, which everybody can type in; the two commonest days by one press. */
export function DateField({
  id,
  value,
  withTime,
  words,
}: {
  id: string
  value: string
  withTime: boolean
  words: Words
}) {
  const [year, month, day] = value.slice(0, 10).split('-')
  const part = (name: string, label: string, size: number, known = '') => (
    <label>
      {label}
      <input
        class="entry"
        style={{ width: `${size + 2}ch` }}
        name={`${id}-${name}`}
        inputMode="numeric"
        maxLength={size}
        defaultValue={known}
      />
    </label>
  )
  const near = (label: string, daysAgo: number) => (
    <button
      type="button"
      class="link"
      onClick={({ currentTarget }) => {
        const date = new Date(Date.now() - daysAgo * 86_400_000)
        const parts = [date.getDate(), date.getMonth() + 1, date.getFullYear()]
        const boxes = currentTarget.closest('.field')?.querySelectorAll('input') ?? []
        parts.forEach((number, at) => {
          const box = boxes[at]
          if (box) box.value = String(number)
        })
      }}
    >
      {label}
    </button>
  )
  return (
    <>
      <div class="parts">
        {part('day', words.day, 2, day)}
        {part('month', words.month, 2, month)}
        {part('year', words.year, 4, year)}
        {withTime && (
          <label>
            {words.time}
            <input class="entry" type="time" name={`${id}-time`} defaultValue={value.slice(11, 16)} />
          </label>
        )}
      </div>
      <div class="actions">
        {near(words.today, 0)}
        {near(words.yesterday, 1)}
      </div>
    </>
  )
}
