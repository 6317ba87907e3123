import { createTransport } from 'nodemailer'
import { resolveAllowed } from './resolve-allowed.ts'

/** The mail server of a force, as an admin named it. */
export interface MailServer {
  host: string
  port: number
  /** `tls` from the first byte, `starttls` required after it, `none` only inside the force's own network. */
  security: 'tls' | 'starttls' | 'none'
  /** CIDR ranges that the host may resolve to; empty means any public address. */
  addresses: readonly string[]
  from: string
  login?: { user: string; password: string } | undefined
}

export interface Mail {
  /** The same at every try, so that a mail server can tell a repetition. */
  messageId: string
  to: string
  subject: string
  text: string
  attachments?: readonly { name: string; type: string; content: Buffer }[]
}

/** `again`: trying later can help. */
export type MailSent = { sent: true } | { sent: false; again: boolean; message: string }

const patience = 20_000

/** Hands one mail to the mail server. The address is checked after it was resolved, and then that address is used. */
export async function sendMail(server: MailServer, mail: Mail): Promise<MailSent> {
  const address = await resolveAllowed(server.host, server.addresses)
  if (!address)
    return { sent: false, again: true, message: `${server.host} cannot be found, or lies where it may not.` }
  const transport = createTransport({
    host: address,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    tls: { servername: server.host },
    ...(server.login && { auth: { user: server.login.user, pass: server.login.password } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: server.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: mail.messageId,
      attachments: (mail.attachments ?? []).map(({ name, type, content }) => ({
        filename: name,
        contentType: type,
        content,
      })),
    })
    return { sent: true }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
    return { sent: false, again: code < 500, message }
  } finally {
    transport.close()
  }
}
