import { findEmergencyWords } from '../schema/emergency-words/find-emergency-words.ts'

/**
 * Whether `text` needs the 999 advice now, by the words that the server watches for too. For the minutes when the server
 * is slow or gone; should the search itself fail, the advice is shown: too often is better than too seldom.
 */
export function speaksOfDanger(text: string): boolean {
  try {
    return findEmergencyWords(text) !== undefined
  } catch {
    return true
  }
}
