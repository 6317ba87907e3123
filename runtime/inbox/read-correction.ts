import { readDateAnswer, readDateTimeAnswer } from '../../nodes/kit/date-answer.ts'
import type { NodeContext } from '../../nodes/kit/node-runtime.ts'
import { readNumber } from '../../nodes/kit/read-number.ts'
import { readPhone } from '../../nodes/kit/read-phone.ts'
import { readYesNo } from '../../nodes/kit/read-words.ts'
import { AppError } from '../../schema/app-error.ts'
import type { VariableType } from '../../schema/flow.ts'
import type { Value } from '../../schema/values.ts'

const wanted: Partial<Record<VariableType, string>> = {
  number: 'a number',
  boolean: 'yes or no',
  date: 'a date, such as 20 November 2026',
  datetime: 'a date and time, such as 20 November 2026 6pm',
  phone: 'a phone number',
}

/** What a person typed in the place of a gathered value, read as the flow keeps it. Empty is "not known". */
export function readCorrection(text: string, type: VariableType, context: NodeContext): Value {
  const typed = text.trim()
  if (typed === '') return null
  const value = read(typed, type, context)
  if (value === undefined) throw new AppError('not-valid', `This has to be ${wanted[type] ?? 'something else'}.`)
  return value
}

function read(text: string, type: VariableType, context: NodeContext): Value | undefined {
  switch (type) {
    case 'number':
      return readNumber(text)
    case 'boolean':
      return readYesNo(text)
    case 'choices':
      return text.split(',').map((part) => part.trim())
    case 'phone':
      return readPhone(text)
    case 'date':
    case 'datetime': {
      const answer = type === 'date' ? readDateAnswer({}, text, context) : readDateTimeAnswer({}, text, context)
      return answer.ok ? answer.value : undefined
    }
    default:
      return text
  }
}
