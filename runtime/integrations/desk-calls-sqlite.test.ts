import { describe } from 'vitest'
import { createTestServer } from '../testing/create-test-server.ts'
import { describeDeskCalls } from './desk-calls.case.ts'

describe('calls from the inbox on SQLite', () => describeDeskCalls(() => createTestServer()))
