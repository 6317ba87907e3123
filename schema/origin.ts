import { z } from 'zod'

/** An address of a website or system: scheme, host and port. */
export const Origin = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^/\s?#@]+$/, 'An address such as https://www.northmoor.police.uk')
