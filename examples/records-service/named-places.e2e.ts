import { afterAll, beforeAll, expect, it } from 'vitest'
import { signIn } from '../../runtime/testing/staff-client.ts'
import { startServer } from '../../runtime/testing/start-server.ts'
import { type RecordsService, startRecordsService } from './records-service.ts'

let records: RecordsService
beforeAll(async () => {
  records = await startRecordsService()
})
afterAll(() => records.stop())

/** A server of which an admin makes a connection to the records system, and tries it. */
async function tryConnection(reaches: readonly string[]) {
  const server = await startServer({}, { reaches })
  const staff = await signIn(server.url)
  await staff.call('PUT', '/api/connections/records', {
    name: 'Northmoor records',
    origin: records.url,
    addresses: ['127.0.0.0/8'],
    idempotent: true,
  })
  await staff.call('POST', '/api/connections/records/dry-run', { method: 'GET', path: ['ledger'], send: true })
  return server
}

it('a server opens no socket but to its database and to what its test names (SEC-04)', async () => {
  const server = await tryConnection([records.url])
  await server.stop()
})

it('a server that goes elsewhere is caught when it stops (SEC-04)', async () => {
  const server = await tryConnection([])
  await expect(server.stop()).rejects.toThrow(`The server went elsewhere:\n${new URL(records.url).host}`)
})
