import { oneLine, shortened } from '#kernel/text.ts'
import type { Files } from '#platform/files.ts'
import type { OutboxMail } from './outbox-mail.ts'
import { bounceAddressOf } from './stamp.ts'

/** How one attempt went. `refused`: for good, trying again is no use. `deferred`: try again later. */
export type Attempt = { readonly outcome: 'accepted' } | NotAccepted

export type NotAccepted = {
  readonly outcome: 'refused' | 'deferred'
  readonly error: string
  /** refused because of the recipient, not because of what the mail says */
  readonly badAddress: boolean
}

/** The council's way out. Never throws: whatever happens is an attempt with its outcome. */
export type Transport = { readonly send: (mail: OutboxMail) => Promise<Attempt>; readonly close: () => void }

/**
 * Opens the way out to `SMTP_URL`: a few connections kept open, one message for each recipient. `patienceMs` is the
 * longest silence of the server that is borne.
 */
export function openTransport(smtpUrl: string, files: Pick<Files, 'read'>, options: Options = {}): Transport {
  let pool: ReturnType<typeof openPool> | undefined
  return {
    send: async mail => {
      try {
        pool ??= openPool(smtpUrl, options)
        const message = { ...messageOf(mail), attachments: await attachmentsOf(mail, files) }
        await (await pool).sendMail(message)
        return { outcome: 'accepted' }
      } catch (error) {
        return attemptOf(error)
      }
    },
    close: () => void pool?.then(it => it.close()),
  }
}

/** Its library is loaded with the first mail: the web, which only shows mails, never needs it. */
async function openPool(smtpUrl: string, { connections = 4, patienceMs = 60_000 }: Options) {
  const { default: nodemailer } = await import('nodemailer')
  return nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    // the outbox tries again, with its own pauses and on record
    maxRequeues: 0,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

type Options = { readonly connections?: number; readonly patienceMs?: number }

const attachmentsOf = ({ files: named }: OutboxMail, files: Pick<Files, 'read'>) =>
  Promise.all(
    named.map(async ({ name, type, sha256 }) => ({
      filename: name,
      contentType: type,
      content: await files.read(sha256),
      contentDisposition: 'attachment' as const,
    })),
  )

/** The mail as nodemailer takes it. The same row always gives the same Message-ID and the same date. */
export function messageOf(mail: OutboxMail) {
  return {
    from: { name: mail.fromName, address: mail.fromAddress },
    to: { name: mail.toName, address: mail.toAddress },
    replyTo: mail.replyTo ?? undefined,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo ?? undefined,
    references: [...mail.refs],
    date: mail.createdAt,
    headers: { ...(mail.automatic && automaticHeaders), ...(mail.stopUrl && stopHeaders(mail.stopUrl)) },
    // a delivery report comes back to an address of this one mail, and so finds it whatever it quotes
    envelope: { from: bounceAddressOf(mail.messageId), to: [mail.toAddress] },
  }
}

/** RFC 3834, and the header that Exchange heeds. */
const automaticHeaders = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

/** Stopping with one press in the mail program (RFC 8058): it posts, and a scanner that only opens the link stops nothing. */
const stopHeaders = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

type SmtpError = Error & { code?: string; command?: string; response?: string; responseCode?: number }

function attemptOf(thrown: unknown): Attempt {
  const error = thrown as SmtpError
  const forGood = isForGood(error)
  return {
    outcome: forGood ? 'refused' : 'deferred',
    error: shortened(oneLine(error.response ?? error.message), 500),
    badAddress: forGood && error.command === 'RCPT TO',
  }
}

/**
 * Only a 5xx to the recipient or to the message itself is final. A 5xx to the greeting, the sign-in or the sender is a
 * fault between our own servers, which somebody will mend: the mail waits.
 */
function isForGood({ code, command, responseCode }: SmtpError): boolean {
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return false
  if (command === 'MAIL FROM') return responseCode === 552 || responseCode === undefined
  return responseCode === undefined || responseCode >= 500
}
