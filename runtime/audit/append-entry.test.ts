import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import { openSqlite } from '../db/sqlite.ts'
import { type AuditDraft, appendEntry, commitTo, toCanonical, toLeaf } from './append-entry.ts'

let folder: string
let db: Database
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-audit-'))
  db = await openSqlite(folder)
})
afterEach(async () => {
  await db.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Row {
  i: number
  force_id: string
  object_id: string
  entry: string
  leaf: string
  salt: string | null
  payload: string | null
}
const rows = () =>
  db.read.all<Row>('SELECT i, force_id, object_id, entry, leaf, salt, payload FROM audit_entries ORDER BY i')
const size = async () => (await db.read.all<{ size: number }>('SELECT size FROM audit_head WHERE id = 1'))[0]?.size
const draft = (more: Partial<AuditDraft> = {}): AuditDraft => ({
  forceId: 'frc_1',
  at: Date.UTC(2026, 10, 20),
  actor: { id: 'usr_1', role: 'operator' },
  operation: 'alteration',
  objectType: 'contact',
  objectId: 'ctc_1',
  outcome: 'done',
  payload: { text: 'Ŵyna', b: 1, a: [2, null] },
  ...more,
})
const append = (more: Partial<AuditDraft> = {}) => db.write((tx) => appendEntry(tx, draft(more)))
async function first(): Promise<Row> {
  const [row] = await rows()
  if (!row) throw new Error('There has to be an entry.')
  return row
}

it('writes an entry as canonical JSON with who, when, what, on which object, and how it ended', async () => {
  await append({ reason: 'wrong team', department: 'crime-desk' })
  const { entry, force_id, object_id } = await first()
  expect(entry).toBe(canonicalize(JSON.parse(entry)))
  expect(JSON.parse(entry)).toEqual({
    v: 1,
    i: 0,
    ts: Date.UTC(2026, 10, 20),
    actor: 'usr_1',
    role: 'operator',
    dept: 'crime-desk',
    op: 'alteration',
    objType: 'contact',
    objId: 'ctc_1',
    outcome: 'done',
    reason: 'wrong team',
    commit: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
  })
  expect({ force_id, object_id }).toEqual({ force_id: 'frc_1', object_id: 'ctc_1' })
  await append()
  expect(JSON.parse((await rows())[1]?.entry ?? '')).toMatchObject({ dept: null })
  expect(JSON.parse((await rows())[1]?.entry ?? '')).not.toHaveProperty('reason')
})

it('commits to the payload under a salt: it verifies with both, and with nothing else', async () => {
  await append()
  const { entry, salt, payload } = await first()
  const { commit } = JSON.parse(entry)
  expect(payload).toBe('{"a":[2,null],"b":1,"text":"Ŵyna"}')
  expect(Buffer.from(salt ?? '', 'base64url')).toHaveLength(32)
  expect(commitTo(Buffer.from(salt ?? '', 'base64url'), payload ?? '')).toBe(commit)
  expect(
    createHmac('sha256', Buffer.from(salt ?? '', 'base64url'))
      .update(payload ?? '')
      .digest('base64url'),
  ).toBe(commit)
  expect(commitTo(Buffer.from(salt ?? '', 'base64url'), `${payload} `)).not.toBe(commit)
  expect(commitTo(Buffer.alloc(32), payload ?? '')).not.toBe(commit)
})

it('commits to the same payload differently each time, so that a short answer cannot be guessed', async () => {
  await append({ payload: 'yes' })
  await append({ payload: 'yes' })
  const [one, two] = (await rows()).map(({ entry }) => JSON.parse(entry).commit)
  expect(one).not.toBe(two)
})

it('makes the leaf of RFC 6962 of what stands in the table', async () => {
  // SHA-256(0x00), the leaf of the empty entry, as in the test vectors of Certificate Transparency.
  expect(Buffer.from(toLeaf(''), 'base64url').toString('hex')).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  )
  expect(Buffer.from(toLeaf('\u0000'), 'base64url').toString('hex')).toBe(
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  )
  await append({ objectId: 'ctc_ŵ' })
  const { entry, leaf } = await first()
  expect(leaf).toBe(
    createHash('sha256')
      .update(Buffer.concat([Buffer.from([0]), Buffer.from(entry, 'utf8')]))
      .digest('base64url'),
  )
})

it('stays valid when salt and payload are erased, and then holds nothing of what was said', async () => {
  await append({ payload: { text: 'my sister in Cardiff' } })
  const before = await first()
  await db.write((tx) => tx.run('UPDATE audit_entries SET salt = NULL, payload = NULL WHERE i = 0'))
  const after = await first()
  expect(toLeaf(after.entry)).toBe(before.leaf)
  expect(JSON.stringify(after)).not.toMatch(/sister|Cardiff/)
})

it('keeps no copy of a payload that stands elsewhere, and can still be checked against it', async () => {
  await append({ keepPayload: false })
  const { entry, salt, payload } = await first()
  expect(payload).toBeNull()
  expect(commitTo(Buffer.from(salt ?? '', 'base64url'), canonicalize(draft().payload) ?? '')).toBe(
    JSON.parse(entry).commit,
  )
})

it('writes down whatever words there are: lone surrogates, controls, nothing', async () => {
  for (const payload of ['\ud800', '\u0000', '', null, undefined, {}, [undefined], { n: Number.NaN }])
    await append({ payload })
  await append({
    payload: { '\udc00': ['half \ud83d', 'whole 👮', '\\ud800 written out', '\\\ud800'] },
    reason: '\ud83d',
  })
  for (const { entry, leaf, salt, payload } of await rows()) {
    expect(toLeaf(entry)).toBe(leaf)
    expect(commitTo(Buffer.from(salt ?? '', 'base64url'), payload ?? '')).toBe(JSON.parse(entry).commit)
  }
})

it('commits to half a character as to what every database keeps of it', () => {
  expect(
    toCanonical({
      '\udc00': ['half \ud83d', 'whole 👮', '\\ud800 written out', '\\\ud800'],
      n: Number.POSITIVE_INFINITY,
    }),
  ).toBe('{"n":null,"\ufffd":["half \ufffd","whole 👮","\\\\ud800 written out","\\\\\ufffd"]}')
})

it('numbers entries without a gap, however many turns come together and however many of them fail', async () => {
  const turns = Array.from({ length: 200 }, (_, index) =>
    db
      .write(async (tx) => {
        const at = await appendEntry(tx, draft({ objectId: `ctc_${index}` }))
        if (index % 3 === 0) throw new Error('This turn fails.')
        if (index % 5 === 0) await appendEntry(tx, draft({ objectId: `ctc_${index}b` }))
        return at
      })
      .then(
        () => true,
        () => false,
      ),
  )
  const kept = (await Promise.all(turns)).filter(Boolean).length
  const written = await rows()
  expect(written.map(({ i }) => i)).toEqual(written.map((_, index) => index))
  expect(written.map(({ entry }) => JSON.parse(entry).i)).toEqual(written.map(({ i }) => i))
  expect(await size()).toBe(written.length)
  expect(written.length).toBeGreaterThan(kept)
  expect(written.filter(({ object_id }) => Number(/\d+/.exec(object_id)?.[0]) % 3 === 0)).toEqual([])
})

it('is there with what it records, or neither is', async () => {
  const write = db.write(async (tx) => {
    await appendEntry(tx, draft())
    await tx.run('INSERT INTO no_such_table VALUES (1)')
  })
  await expect(write).rejects.toThrow()
  expect(await rows()).toEqual([])
  expect(await size()).toBe(0)
})
