import { describe } from 'vitest'
import { openOn } from '../contact/durability.case.ts'
import { describeUsage } from './usage.case.ts'

describe('limits on SQLite', () => describeUsage(openOn()))
