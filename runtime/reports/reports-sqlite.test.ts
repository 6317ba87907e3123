import { describe } from 'vitest'
import { createTestServer } from '../testing/create-test-server.ts'
import { describeReports } from './reports.case.ts'

describe('reports on SQLite', () => describeReports((publicUrl) => createTestServer({ environment: { publicUrl } })))
