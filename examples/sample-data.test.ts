import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Connection } from '../schema/connection.ts'
import { Department } from '../schema/department.ts'
import connections from './force/connections.json' with { type: 'json' }
import force from './force/departments.json' with { type: 'json' }
import { findAnswer, readKnowledge } from './play-flow.ts'

const documents = readKnowledge()

describe('the sample force', () => {
  it('is what the settings accept', () => {
    expect(z.array(z.strictObject(Department.shape)).parse(force.departments)).toHaveLength(8)
    for (const connection of connections.connections)
      Connection.omit({ hasCredential: true }).strict().parse(connection)
  })

  it('keeps no credential in a file', () => {
    expect(JSON.stringify([connections, force])).not.toMatch(/credential|secret|password|token|api[-_]?key/i)
  })
})

describe('the sample documents', () => {
  it('say what they are, whose they are, and when they have to be read again', () => {
    const owners = [...force.departments.map(({ id }) => id), 'general']
    expect(documents.length).toBeGreaterThanOrEqual(25)
    for (const { id, title, collection, review, text } of documents) {
      expect(title, id).not.toBe('')
      expect(owners, id).toContain(collection)
      expect(z.iso.date().safeParse(review).success, id).toBe(true)
      expect(text.trim().startsWith(`# ${title}`), id).toBe(true)
    }
  })

  it('are written in sentences that can be read in one go', () => {
    const long = documents.flatMap(({ id, text }) =>
      text
        .replace(/^#.*$/gm, '')
        .split(/(?<=[.?:])\s+|\n+/)
        .filter((sentence) => sentence.split(/\s+/).length > 19)
        .map((sentence) => `${id}: ${sentence}`),
    )
    expect(long).toEqual([])
  })

  it.each([
    ['I lost my passport who do I tell', 'lost-and-found-property'],
    ['How long do you keep found things', 'lost-and-found-property'],
    ['what can the council do about noise at night', 'noise-nuisance'],
    ['can I ask for an antisocial behaviour case review', 'antisocial-behaviour'],
    ['is parking on the pavement against the law', 'parking-and-obstruction'],
    ['who takes away an abandoned vehicle', 'abandoned-vehicles'],
    ['when may fireworks be set off on New Year’s Eve', 'fireworks'],
    ['when should I renew my certificate', 'firearms-licensing-renewals'],
    ['my DBS check is at stage 4', 'dbs-and-police-checks'],
    ['how do I get a police certificate for a visa', 'dbs-and-police-checks'],
    ['can I ask for a review of my complaint', 'complaints-about-the-police'],
    ['is Report Fraud the same as Action Fraud', 'fraud-and-scams'],
    ['do I have to report hitting a cat', 'report-a-road-collision'],
    ['is 101 free to call', 'contact-us'],
    ['can I ride my own e-scooter on the pavement', 'e-scooters-and-off-road-bikes'],
    ['how many days notice for a march or procession', 'events-and-road-closures'],
    ['what does in progress mean for my report', 'update-on-your-report'],
    ['where do I send dashcam video of dangerous driving', 'speeding-and-dangerous-driving'],
    ['who can help with high hedges', 'neighbour-disputes'],
    ['is it against the law to own an XL Bully', 'dogs'],
    ['freedom of information from a public body', 'data-protection-and-freedom-of-information'],
    ['what is the fitness test like', 'working-with-us'],
    ['do I have a right to a record of a stop and search', 'stop-and-search'],
    ['how do I hand in a gun', 'firearms-first-application'],
  ])('answer "%s" from %s', (question, document) => {
    expect(findAnswer(question)?.citations[0]?.document).toBe(document)
  })

  it('answer nothing that they do not hold', () => {
    for (const question of ['what is the airspeed of a swallow', 'when are the bins collected in Leeds'])
      expect(findAnswer(question)).toBeUndefined()
  })
})

describe('the sample host page', () => {
  const page = readFileSync(new URL('embed/index.html', import.meta.url), 'utf8')

  it('says 101 and 999 where there is no JavaScript', () => {
    const [, without = ''] = /<noscript>([\s\S]*?)<\/noscript>/.exec(page) ?? []
    expect(without).toContain('tel:101')
    expect(without).toContain('tel:999')
  })

  it('is left by Escape, and shows the one line that embeds the chat', () => {
    expect(page).toContain("event.key === 'Escape'")
    expect(page).toContain('<script src="https://chat.example.police.uk/widget.js" data-site="KEY" async></script>')
  })
})
