import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** Numbers that Ofcom keeps for drama: nobody's, so demonstrations and tests can use them. */
const drama =
  /^\+44(7700900\d{3}|1632960\d{3}|1(13|14|15|16|17|18|21|31|41|51|61)4960\d{3}|1914980\d{3}|2079460\d{3}|2890180\d{3}|2920180\d{3}|8081570\d{3}|3069990\d{3})$/

/** A UK number as it is read out (`07700 900123`), one from abroad with its country code; `undefined` when it is neither. */
export function readPhone(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text.slice(0, 60), 'GB')
  if (!number || !(number.isValid() || drama.test(number.number))) return undefined
  return number.countryCallingCode === '44' ? number.formatNational() : number.formatInternational()
}
