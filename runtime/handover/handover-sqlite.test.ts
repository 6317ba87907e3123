import { describe } from 'vitest'
import { openOn } from '../contact/durability.case.ts'
import { describeHandover } from './handover.case.ts'

describe('handing over on SQLite', () => describeHandover(openOn()))
