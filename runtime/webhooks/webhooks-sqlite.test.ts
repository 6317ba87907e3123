import { describe } from 'vitest'
import { openOn } from '../contact/durability.case.ts'
import { describeWebhooks } from './webhooks.case.ts'

describe('webhooks on SQLite', () => describeWebhooks(openOn()))
