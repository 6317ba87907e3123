import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** What can open a socket: modules of Node and packages, and `fetch` and its like without an import. */
const modules = /from '(?:node:)?(?:net|tls|http|https|http2|dgram|undici|nodemailer|axios|ws|got)(?:\/[^']*)?'/
const globals = /(?<![\w.$])(?:fetch|WebSocket|EventSource)\(/

/** Files outside of `egress/` that may: each with what it does. */
const allowed = new Map([
  ['runtime/db/postgres.ts', 'speaks to the database that the environment names'],
  ['runtime/knowledge/ingest/document-reader.ts', 'takes sockets away from the thread that reads files'],
])

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return /^(testing|bench|cli|node_modules)$/.test(entry.name) ? [] : filesOf(path)
    return /\.tsx?$/.test(path) && !/\.(test|case|e2e|stories)\.tsx?$/.test(path) ? [path] : []
  })
}

it('nothing of the server opens a socket outwards but what stands in egress (SEC-04)', () => {
  const files = ['runtime', 'nodes', 'schema'].flatMap(filesOf)
  expect(files.length).toBeGreaterThan(300)
  const found = files.filter((path) => {
    if (path.startsWith('runtime/egress/') || allowed.has(path) || path.endsWith('editor.tsx')) return false
    const text = readFileSync(path, 'utf8').replace(/import type [^\n]*\n|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')
    return modules.test(text) || globals.test(text)
  })
  expect(found).toEqual([])
})

it('a library that speaks to a model server is given the way out that stands in egress (SEC-04)', () => {
  const users = ['runtime', 'nodes', 'schema']
    .flatMap(filesOf)
    .filter((path) => /from '(?:ai|@ai-sdk\/[^']+|@openrouter[^']*)'/.test(readFileSync(path, 'utf8')))
  expect(users.filter((path) => !/\bfetch: /.test(readFileSync(path, 'utf8')))).toEqual([])
})

it('nothing of the server starts another program but the one that reads files, which may open no socket (SEC-04)', () => {
  const starts = ['runtime', 'nodes', 'schema']
    .flatMap(filesOf)
    .filter((path) => /from '(?:node:)?(?:child_process|cluster)'/.test(readFileSync(path, 'utf8')))
  expect(starts).toEqual(['runtime/knowledge/ingest/read-document.ts'])
})
