import { describe } from 'vitest'
import { createTestServices } from '../testing/create-test-services.ts'
import { describeRollUp } from './roll-up.case.ts'

describe('traffic on SQLite', () => describeRollUp(() => createTestServices(), 40))
