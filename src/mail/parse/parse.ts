import { createHash } from 'node:crypto'
import PostalMime, { addressParser, decodeWords, type Address as MimeAddress, type Email } from 'postal-mime'
import { oneLine, storable } from '../../kernel/text.ts'
import { attachmentOf, bytesOf } from './attachment.ts'
import { automaticReason } from './automatic.ts'
import { invitationsIn } from './calendar.ts'
import { deliveryReports } from './delivery-report.ts'
import { opened, readOptions } from './protection.ts'
import { safeHtml, textOfHtml } from './safe-html.ts'
import { unpack } from './unpack.ts'
import type { Address, Parsed, ParsedMail, Unreadable } from './parsed-mail.ts'

/**
 * Makes a message readable. Takes time and memory the sender decides, so it runs in the parser's thread only. Never
 * throws: what cannot be read is answered with the reason. `mailFrom` is the envelope's sender.
 */
export async function parseMail(raw: Uint8Array, mailFrom: string): Promise<Parsed> {
  try {
    const email = await PostalMime.parse(raw, readOptions)
    return { ok: true, mail: await parsed(email, raw, mailFrom) }
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error))
  }
}

async function parsed(outer: Email, raw: Uint8Array, mailFrom: string): Promise<ParsedMail> {
  const { email, protection } = await opened(outer, raw)
  const authors = authorsOf(email)
  const html = email.html ? storable(safeHtml(email.html)) : undefined
  const { pieces, inner, text: packedText, leftOut } = await unpack(email)
  const attachments = await Promise.all(pieces.map((it, at) => attachmentOf(it, at + 1)))
  const text = storable((email.text ?? (html ? textOfHtml(html) : packedText)).slice(0, mostText))
  const invitations = calendarsIn(email).flatMap(invitationsIn)
  const subject = oneLine(email.subject ?? '')
  const last = (name: string) => email.headers.findLast(header => header.key === name)?.value
  return {
    from: authors[0],
    authors: authors.length,
    to: flat(email.to ?? []),
    cc: flat(email.cc ?? []),
    subject,
    date: dateOf(email.date),
    messageId: idsIn(last('message-id'))[0],
    inReplyTo: idsIn(last('in-reply-to')),
    references: idsIn(last('references')),
    text,
    html,
    attachments,
    filesLeftOut: leftOut,
    inner,
    invitations,
    protection,
    automatic: automaticReason({
      header: last,
      headerNames: email.headers.map(header => header.key),
      mailFrom,
      from: authors[0]?.address ?? '',
      subject,
      hops: email.headers.filter(it => it.key === 'received').length,
      answersInvitation: invitations.length > 0 && invitations[0]?.method === 'reply' && text.trim() === '',
    }),
    reports: deliveryReports(email.attachments.map(it => ({ mimeType: it.mimeType, bytes: bytesOf(it) }))),
    authenticationResults: email.headers.filter(it => it.key === 'authentication-results').map(it => oneLine(it.value)),
    contentSha256: contentOf(email, raw),
  }
}

/** Far more than is kept of anybody's words (said.ts); the message as it came is kept whole. */
const mostText = 1_000_000

/** The first few calendar files: an invitation has one, sometimes twice. */
const calendarsIn = (email: Email): Uint8Array[] => [
  ...new Map(
    email.attachments
      .filter(it => it.mimeType === 'text/calendar' || /\.ics$/i.test(it.filename ?? ''))
      .slice(0, 5)
      .map(it => [Buffer.from(bytesOf(it)).toString('latin1'), bytesOf(it)]),
  ).values(),
]

/** Everybody the From lines name: several lines and several addresses in one line are the same trick. */
function authorsOf(email: Email): Address[] {
  const lines = email.headers.filter(header => header.key === 'from')
  return flat(lines.flatMap(line => addressParser(line.value, { flatten: true }) as MimeAddress[]))
}

const flat = (given: readonly MimeAddress[]): Address[] =>
  given
    .flatMap(it => it.group ?? [it])
    .filter(it => it.address)
    .map(it => ({
      name: oneLine(decodeWords(it.name ?? '')).slice(0, 300),
      address: oneLine(it.address ?? '')
        .toLowerCase()
        .slice(0, 320),
    }))

/** The ids in a header, the last 50: a long conversation names hundreds, and the near ones are the last. No real id is longer. */
function idsIn(value: string | undefined): string[] {
  return [...new Set(storable(value ?? '').match(/<[^<>\s]+>/g) ?? [])].filter(id => id.length <= 500).slice(-50)
}

function dateOf(value: string | undefined): string | undefined {
  const at = new Date(value ?? '')
  return Number.isNaN(at.getTime()) || Math.abs(at.getFullYear() - 2000) > 200 ? undefined : at.toISOString()
}

/** The author's headers and the body, without what the mail servers on the way added on top. */
function contentOf(email: Email, raw: Uint8Array): string {
  const hash = createHash('sha256')
  for (const name of ['from', 'to', 'cc', 'subject', 'date', 'message-id']) {
    for (const header of email.headers) if (header.key === name) hash.update(`${name}: ${header.value}\n`)
  }
  return hash.update(bodyOf(raw)).digest('hex')
}

function bodyOf(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const [crlf, lf] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')]
  if (crlf < 0 && lf < 0) return bytes.subarray(bytes.length)
  return lf < 0 || (crlf >= 0 && crlf < lf) ? bytes.subarray(crlf + 4) : bytes.subarray(lf + 2)
}

function unreadable(message: string): Unreadable {
  if (/nesting depth/i.test(message)) {
    return { ok: false, reason: 'nested-too-deeply', words: 'Its parts are nested more than 256 levels deep' }
  }
  if (/header size/i.test(message)) {
    return { ok: false, reason: 'headers-too-big', words: 'Its headers are larger than 2 MB' }
  }
  return { ok: false, reason: 'unreadable', words: 'It is not built as an email is built' }
}
