import { foldText } from '../../../schema/emergency-words/fold-text.ts'
import { leadsElsewhere } from './leads-elsewhere.ts'

/** Somebody sets out for the visitor: nobody but a person may say so, whatever a document or a model says. */
const setsOut = [
  /\b(?:police|officers?|pcsos?|someone|somebody|(?:a|the|our) (?:unit|car|patrol|team)|help|we|they)\b.{0,60}\b(?:on (?:its|their|the|our) way|coming (?:to you|now|out|over|round)|(?:be|is|are) with you|sent to you|dispatched|en route|heading (?:to|for|over|your))/,
  /\b(?:attend|arrive|be there|visit you)\b.{0,12}\b(?:shortly|soon|now|immediately|tonight|in (?:\w+ )?minutes?)\b/,
  /\bon (?:its|their|the|our) way to you\b/,
  /\bwith you (?:in (?:\w+ )?(?:minutes?|an hour)|shortly|soon|any minute)\b/,
]
/** Other things that only a person may promise. */
const promises = [
  /\b(?:police|officers?|pcsos?|someone|somebody|(?:a|the|our) (?:unit|car|patrol|team)|help|we|they)\b.{0,60}\b(?:coming to|arriv|attend|visit you|come (?:to|out|over|round))/,
  /\b(?:we|they|police|officers?)\b.{0,40}\bwill\b.{0,30}\b(?:arrest|charge|prosecute|investigate|find|return|call you|ring you|phone you)/,
  /\byou(?: ?re| are| will be| can)\b.{0,20}\b(?:safe now|guaranteed|entitled to compensation|not liable|within your rights|sue)\b/,
  /\b(?:i|we)\b.{0,20}\b(?:promise|guarantee|assure)/,
]
/** A reference is given by the desk alone. */
const reference =
  /\b(?:reference|crime|incident|case|log) (?:number|no)(?: is)? (?:\w+ )?\d|\byour (?:reference|crime|incident|case)(?: number)? is\b/

/** Words to a machine, or put into its mouth. */
const toMachine = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules|guidelines|passages|above|previous|told)\b/,
  /\b(?:system|developer|assistant|hidden) (?:prompt|message|mode|note|instructions?|override)\b/,
  /\b(?:new|updated|real|following) instructions?\b.{0,20}\b(?:are|is|follow|say|answer|tell)\b/,
  /\byou are (?:now|no longer) (?:a|an|in|the|free|bound)\b/,
  /\bas an? (?:ai|language model|assistant|chatbot)\b/,
  /\b(?:repeat|reveal|print|output|show|write)\b.{0,30}\b(?:prompt|instructions|api key|credentials?)\b/,
  /\b(?:tell|say to|answer|reply to) the (?:user|visitor|caller)\b/,
]
const imitation =
  /^\W*(?:system|assistant|user|developer)\s*[:>\]|]|<\|?|\|>|\[\/?(?:INST|SYS)|"?(?:tool|function|role|tool_calls?)"?\s*:\s*["[{]/i
/** What nobody sees, or what is not the letter that it looks like. */
const hidden =
  /[\p{Cf}\p{Co}\p{Cn}\u115F\u1160\u3164\uFF00-\uFFEF]|[\u0400-\u052F\u0370-\u03FF].?[A-Za-z]|[A-Za-z].?[\u0400-\u052F\u0370-\u03FF]/u

/** Addresses that lead elsewhere, calls at a price or from abroad, markup and code. */
const foreign = [
  /\b[a-z][a-z\d+.-]*:(?=[^\s\d])|\/\/|\bwww\b|\b[\w-]+\s?[.。｡]\s?(?:com|org|net|uk|io|co|info|biz|xyz|example|test)\b|\b[\w-]{2,}\.[a-z]{2,}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b/iu,
  /\b[\w-]+\s?[[({<]?\s?\bdot\b\s?[\])}>]?\s?[a-z]{2,}\b/i,
  /(?:\+|\b00)\s?(?!44)\d{2}|(?:\+44[\s().-]*|\b0)[\s().-]*(?:9|7|84|87)[\d\s().-]{6,}|\b118[\s.-]?\d{3}\b/,
  /[@<>{}[\]`|\\*_~#]|&#?\w+;|%[\da-f]{2}|\S{30,}/i,
]
/** Digits between letters, or letters between digits, stand for others: `w1ll`. Only plain spaces part words. */
const disguised = /\p{L}\d+\p{L}|\d\p{L}+\d|[^\S ]/u
/** Any letter with which English and Welsh are not written. */
const otherScript = /(?![A-Za-z\u00C0-\u024F\u1E00-\u1EFF])[\p{L}\p{M}]/u
/** "Police" in the languages that share these letters. */
const elsewhere =
  /\b(?:polic(?:j|ij|ia|ie(?!s)|ii|ji)|poliz|politi|polis(?!h)|polit(?:ie|ei)|rendors|heddlu|gardai|polizz|poliis|bolis)\w*/
/** Words without which hardly an English sentence is made, and that other languages seldom have. */
const english = new Set(
  `the of to and you your that this with for from are is be been was were has have had can will would should may must not no nothing
  if when where what who which how on at by or as it its an any about into out up their they them we our there here
  all only each every after before until while than more some other`.split(/\s+/),
)
const wordsWithout = 5

/** Asks a visitor for what nobody should give away, unless it is said not to. */
const asksSecret =
  /\b(?:send|give|tell|type|enter|share|confirm|provide|text)\b.{0,40}\b(?:pin|passwords?|passcode|card number|cvv|security code|bank details|sort code)\b/
const denies = /\b(?:not|never|no|nobody|without|avoid)\b|n[’']t\b/i

/**
 * Whether a sentence may not be quoted, even from a document that somebody approved: it speaks to a machine, hides something,
 * says that somebody is on the way, or names an address that is neither a public body's nor below one of `hosts`.
 */
export function isUnfitToQuote(sentence: string, hosts: readonly string[] = []): boolean {
  return (
    hidden.test(sentence) ||
    leadsElsewhere(sentence, hosts) ||
    imitation.test(sentence) ||
    inWords(sentence, [...setsOut, ...toMachine]) ||
    (inWords(sentence, [asksSecret]) && !denies.test(sentence))
  )
}

/**
 * Whether a sentence of a model may not be shown, even where a passage has it. It has to be plain English: in other words a
 * promise could not be told from a fact.
 */
export function isUnfitToWrite(sentence: string): boolean {
  return (
    isUnfitToQuote(sentence) ||
    otherScript.test(sentence) ||
    disguised.test(sentence) ||
    foreign.some((pattern) => pattern.test(sentence.normalize('NFKC'))) ||
    inWords(sentence, [...promises, reference, elsewhere, /\bhxxp/]) ||
    !isEnglish(sentence)
  )
}

/** Looks for words as they are meant: without accents, spaces between letters, and digits in their place. */
function inWords(sentence: string, patterns: readonly RegExp[]): boolean {
  const meant = [sentence, sentence.replace(/(?<=\p{L})[-‐‑–—_*~.·•/|](?=\p{L})/gu, '')].map(toWords)
  return patterns.some((pattern) => meant.some((words) => pattern.test(words)))
}

function toWords(text: string): string {
  return foldText(text)
    .map(({ word }) => word)
    .join(' ')
}

/** Whether English words stand in all of it: in no stretch of it are they missing. */
function isEnglish(sentence: string): boolean {
  let since = 0
  let longestGap = 0
  let found = false
  for (const word of toWords(sentence).split(' ')) {
    since = english.has(word) ? 0 : since + (/\p{N}/u.test(word) ? 0 : 1)
    found ||= since === 0
    longestGap = Math.max(longestGap, since)
  }
  return found && longestGap <= wordsWithout
}
