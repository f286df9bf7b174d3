import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import { oneLine } from '../../kernel/text.ts'
import type { Database } from '../../platform/db/database.ts'
import { commitTogether, type Keeping } from './commit-together.ts'
import { readMessage } from './read-message.ts'
import { roomFor, type Room } from './room-for-big-ones.ts'

/** 35 MB (domain, section 7), announced to senders and checked again when the message has come. */
export const largestMessageBytes = 35 * 1024 * 1024

export type SmtpIntakeOptions = {
  readonly db: Database
  readonly port: number
  readonly host: string
  /** whether mail to this domain (lower case) is ours; any address at our domains is taken, and sorted out later */
  readonly isOurs: (domain: string) => Promise<boolean>
  readonly log: Logger
  /** told after each stored message, to wake whoever processes them */
  readonly onStored?: () => void
  /** the local form of SMTP, behind a mail server on the same machine */
  readonly lmtp?: boolean
  /** a certificate turns STARTTLS on */
  readonly tls?: { readonly key: string | Buffer; readonly cert: string | Buffer }
  readonly largestBytes?: number
  readonly clock?: () => Date
}

export type SmtpIntake = { readonly port: number; readonly close: () => Promise<void> }

/**
 * Takes mail in. The sender hears 250 only after the exact bytes, their SHA-256 and the envelope are on the disk; when
 * that fails, 451, and the sender keeps the message and tries again.
 */
export async function openSmtpIntake(options: SmtpIntakeOptions): Promise<SmtpIntake> {
  const keeping = commitTogether(options.db)
  const room = roomFor(2)
  const largest = options.largestBytes ?? largestMessageBytes
  // only who takes mail in loads what takes it in
  const { SMTPServer } = await import('smtp-server')
  const server = new SMTPServer({
    size: largest,
    lmtp: options.lmtp ?? false,
    banner: 'One Stop',
    disabledCommands: options.tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...options.tls,
    disableReverseLookup: true,
    authOptional: true,
    maxClients: 200,
    socketTimeout: 60_000,
    closeTimeout: 5_000,
    onRcptTo: (address, _session, callback) => {
      checkRecipient(options, address.address).then(callback, () => callback(later()))
    },
    onData: (stream, session, callback) => {
      take({ stream, session, keeping, room, largest, options }).then(words => callback(null, words), callback)
    },
  })
  server.on('error', error => options.log.warn({ err: error }, 'a sender went away or mail intake reports an error'))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    close: async () => {
      await new Promise<void>(resolve => server.close(resolve))
      await keeping.idle()
    },
  }
}

async function checkRecipient({ isOurs }: SmtpIntakeOptions, address: string): Promise<Error | null> {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  if (address.includes('@') && (await isOurs(domain))) return null
  return answer(550, 'We take no mail for that address')
}

type Taking = {
  readonly stream: SMTPServerDataStream
  readonly session: SMTPServerSession
  readonly keeping: Keeping
  readonly room: Room
  readonly largest: number
  readonly options: SmtpIntakeOptions
}

/** Reads, stores, and only then answers. Throws the refusal the sender hears. */
async function take({ stream, session, keeping, room, largest, options }: Taking): Promise<string> {
  const read = await readMessage(stream, room)
  if (!read) {
    const megabytes = Math.floor(largest / (1024 * 1024))
    throw answer(
      552,
      `The message is larger than ${megabytes} MB. Send large files another way, or in several messages`,
    )
  }
  const sha256 = createHash('sha256').update(read.bytes).digest('hex')
  try {
    await keeping.keep({
      sha256,
      bytes: read.bytes,
      ...envelopeOf(session),
      receivedAt: options.clock?.() ?? new Date(),
    })
  } catch (error) {
    options.log.error({ err: error, sha256 }, 'a message could not be stored; its sender will try again')
    throw later()
  } finally {
    read.leave()
  }
  options.onStored?.()
  return `Stored as ${sha256}`
}

function envelopeOf(session: SMTPServerSession) {
  const { mailFrom, rcptTo } = session.envelope
  return {
    mailFrom: mailFrom ? oneLine(mailFrom.address).toLowerCase() : '',
    recipients: rcptTo.map(it => oneLine(it.address).toLowerCase()),
    fromIp: session.remoteAddress,
    helo: oneLine(String(session.hostNameAppearsAs || '')).slice(0, 255),
  }
}

const answer = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode })

const later = (): Error => answer(451, 'We cannot store mail at the moment. Please try again later')
