import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readDay } from './read-day.ts'
import { type FoundMoment, readMoment } from './read-moment.ts'

/** A Saturday. */
const now = Temporal.PlainDateTime.from('2026-11-21T10:00')
const today = now.toPlainDate()

describe('readDay', () => {
  it.each([
    ['yesterday', '2026-11-20'],
    ['today', '2026-11-21'],
    ['Last night', '2026-11-20'],
    ['the day before yesterday', '2026-11-19'],
    ['it was three days ago', '2026-11-18'],
    ['2 weeks ago', '2026-11-07'],
    ['a month ago', '2026-10-21'],
    ['last Tuesday', '2026-11-17'],
    ['on Tuesday', '2026-11-17'],
    ['Saturday', '2026-11-21'],
    ['last Saturday', '2026-11-14'],
    ['next Friday', '2026-11-27'],
    ['20/11/2026', '2026-11-20'],
    ['3/4/26', '2026-04-03'],
    ['20-11-2026', '2026-11-20'],
    ['20.11.2026', '2026-11-20'],
    ['20 11 2026', '2026-11-20'],
    ['2026-11-20', '2026-11-20'],
    ['20/11', '2026-11-20'],
    ['25/12', '2025-12-25'],
    ['20 November', '2026-11-20'],
    ['20th of Nov 2025', '2025-11-20'],
    ['Friday 20 November 2026', '2026-11-20'],
    ['November 20th, 2026', '2026-11-20'],
    ['Nov 20', '2026-11-20'],
    ['1 may', '2026-05-01'],
    ['29 February 2024', '2024-02-29'],
    ['ddoe', '2026-11-20'],
    ['dydd Mawrth', '2026-11-17'],
    ['dydd Llun diwethaf', '2026-11-16'],
    ['20 Tachwedd 2026', '2026-11-20'],
    ['3 diwrnod yn ôl', '2026-11-18'],
    ['20fed o Dachwedd', undefined],
    ['31/02/2026', undefined],
    ['11/20/2026', undefined],
    ['29 February 2025', undefined],
    ['ages ago', undefined],
    ['', undefined],
    ['99/99/9999', undefined],
  ])('reads "%s" as %s', (text, day) => {
    expect(readDay(text, { today, prefer: 'past' })?.day.toString()).toBe(day)
  })

  it('looks forward where the question is about what is to come', () => {
    const ahead = (text: string) => readDay(text, { today, prefer: 'future' })?.day.toString()
    expect([ahead('25/12'), ahead('Tuesday'), ahead('1 March')]).toEqual(['2026-12-25', '2026-11-24', '2027-03-01'])
  })
})

describe('readMoment', () => {
  it.each([
    ['last Tuesday 6pm', '2026-11-17T18:00'],
    ['yesterday at 6.30 pm', '2026-11-20T18:30'],
    ['20/11/2026 18:00', '2026-11-20T18:00'],
    ['2026-11-20T18:05', '2026-11-20T18:05'],
    ['20 November 2026, 1830', '2026-11-20T18:30'],
    ['6pm on 20 November', '2026-11-20T18:00'],
    ['20 November 6pm', '2026-11-20T18:00'],
    ['November 20 6pm', '2026-11-20T18:00'],
    ['around half past six yesterday evening', '2026-11-20T18:30'],
    ['quarter to seven this morning', '2026-11-21T06:45'],
    ['yesterday at about 9 in the morning', '2026-11-20T09:00'],
    ['last night 11pm', '2026-11-20T23:00'],
    ['last night at 1am', '2026-11-21T01:00'],
    ['last night at 2', '2026-11-21T02:00'],
    ['yesterday noon', '2026-11-20T12:00'],
    ['12am on 20/11/2026', '2026-11-20T00:00'],
    ['12:30pm yesterday', '2026-11-20T12:30'],
    ['9am', '2026-11-21T09:00'],
    ['11pm', '2026-11-20T23:00'],
    ['an hour ago', '2026-11-21T09:00'],
    ['20 minutes ago', '2026-11-21T09:40'],
    ['half an hour ago', '2026-11-21T09:30'],
    ['just now', '2026-11-21T10:00'],
    ['ddoe 18:00', '2026-11-20T18:00'],
    ['yesterday', 'no-time'],
    ['yesterday afternoon', 'no-time'],
    ['yesterday at 6', 'unclear-time'],
    ['yesterday 6:30', 'unclear-time'],
    ['in the park', 'no-day'],
    ['31/02/2026 6pm', 'no-day'],
  ])('reads "%s" as %s', (text, expected) => {
    expect(show(readMoment(text, now, 'past', 'Europe/London'))).toBe(expected)
  })

  it('counts back in real time across a change of clocks', () => {
    const afterSpring = Temporal.PlainDateTime.from('2026-03-29T02:10')
    expect(show(readMoment('half an hour ago', afterSpring, 'past', 'Europe/London'))).toBe('2026-03-29T00:40')
  })

  it('moves a time that clocks skipped to the time they showed', () => {
    expect(show(readMoment('29/03/2026 01:30', now, 'past', 'Europe/London'))).toBe('2026-03-29T02:30')
  })
})

function show(found: FoundMoment): string {
  return typeof found === 'string' ? found : found.at.toString({ smallestUnit: 'minute' })
}
