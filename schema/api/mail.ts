import { z } from 'zod'
import { defineRoutes } from './route.ts'

const admins = ['admin'] as const

export const MailSettings = z.object({
  host: z
    .string()
    .min(1, 'The name of the mail server, such as smtp.northmoor.police.uk')
    .max(253)
    .regex(/^[\w.:-]+$/, 'A name such as smtp.northmoor.police.uk, without https:// or a path'),
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  /** Address ranges that the server may have, for example `10.0.0.0/8`. Without one only public addresses may be. */
  addresses: z.array(z.string().max(50)).max(20),
  fromName: z.string().min(1).max(100),
  fromAddress: z.email().max(200),
  user: z.string().max(200),
  /** A password is stored. It can be written, never read. */
  hasPassword: z.boolean(),
})
export type MailSettings = z.infer<typeof MailSettings>

const SentMail = z.object({
  id: z.string(),
  kind: z.string(),
  to: z.string(),
  subject: z.string(),
  status: z.enum(['waiting', 'sent', 'failed']),
  at: z.string(),
  tries: z.int(),
  problem: z.string().nullable(),
})
export type SentMail = z.infer<typeof SentMail>

export const mailRoutes = defineRoutes({
  settings: {
    id: 'mail.settings',
    method: 'get',
    path: '/api/mail',
    summary: 'The mail server of the force, and the last mails',
    access: admins,
    operation: 'none',
    status: 200,
    response: z.object({ settings: MailSettings.nullable(), mails: z.array(SentMail) }),
  },
  save: {
    id: 'mail.save',
    method: 'put',
    path: '/api/mail',
    summary: 'Name the mail server. Another host forgets the password',
    access: admins,
    operation: 'setting',
    body: MailSettings.omit({ hasPassword: true }).extend({ password: z.string().max(500).nullable().optional() }),
    status: 200,
    response: MailSettings,
  },
  remove: {
    id: 'mail.remove',
    method: 'delete',
    path: '/api/mail',
    summary: 'Send no more mail',
    access: admins,
    operation: 'setting',
    status: 204,
  },
  test: {
    id: 'mail.test',
    method: 'post',
    path: '/api/mail/test',
    summary: 'Send a mail to oneself, at once',
    access: admins,
    operation: 'setting',
    status: 200,
    response: z.object({ sent: z.boolean(), to: z.string(), problem: z.string().nullable() }),
  },
})
