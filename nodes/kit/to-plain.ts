import { plainText } from '../../schema/markup.ts'

/** Markup as plain text: for labels, hints and whatever else is not a message. */
export function toPlain(markup: string): string {
  return markup === '' ? '' : plainText(markup)
}

/** A filled template as it was before its values were made safe for markup: for addresses and other systems, not for people. */
export function toRaw(filled: string): string {
  return filled.replace(/\\([\\*[\]()-])/g, '$1')
}
