import { startRecordsService } from './records-service.ts'

/** `node examples/records-service/main.ts`: the sample records system on RECORDS_PORT (8190), with RECORDS_KEY if it is set. */
const apiKey = process.env.RECORDS_KEY
const service = await startRecordsService({
  port: Number(process.env.RECORDS_PORT ?? 8190),
  ...(apiKey ? { apiKey } : {}),
})
console.log(`Sample records system on ${service.url}. What it stored: ${service.url}/ledger`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.stop())
