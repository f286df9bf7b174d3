import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { oneLine, shortened, storable } from '../../kernel/text.ts'
import { bytesOf, isWinmail, type Piece } from './attachment.ts'
import { readOptions } from './protection.ts'
import { safeHtml, textOfHtml } from './safe-html.ts'
import { openTnef } from './tnef.ts'

/** A message that came inside the message, as a forward does. Its author is no party to anything (domain, section 7). */
export type InnerMail = {
  readonly from: string
  readonly to: string
  readonly date: string
  readonly subject: string
  readonly text: string
  /** 1 for a message in the message, 2 for one in that one */
  readonly depth: number
}

export type Unpacked = {
  readonly pieces: readonly Piece[]
  readonly inner: readonly InnerMail[]
  /** the words in winmail.dat, for a message that has no others */
  readonly text: string
  /** files beyond the most that are kept one by one: they are in the message as it came */
  readonly leftOut: number
}

const deepest = 3
const mostPieces = 100
const mostInner = 20
const longestInner = 50_000

/**
 * Every file of a message: those in messages inside it and in winmail.dat too, up to depth 3. A message inside stays a
 * file as well, to be opened with a mail program; winmail.dat, which only Outlook reads, gives way to what is in it.
 */
export async function unpack(email: Email): Promise<Unpacked> {
  const found: Found = { pieces: [], inner: [], text: '', leftOut: 0 }
  await openAll(email.attachments, { depth: 1, inside: undefined, found })
  return found
}

type Found = { pieces: Piece[]; inner: InnerMail[]; text: string; leftOut: number }
type Where = { readonly depth: number; readonly inside: string | undefined; readonly found: Found }

async function openAll(files: readonly Attachment[], where: Where): Promise<void> {
  for (const file of files) {
    if (isWinmail(file)) openWinmail(file, where)
    else {
      keep(file, where)
      if (isMessage(file)) await openMessage(file, where)
    }
  }
}

function keep(file: Attachment, { found, inside }: Where): void {
  if (found.pieces.length < mostPieces) found.pieces.push({ file, inside })
  else found.leftOut++
}

const isMessage = (file: Attachment): boolean =>
  file.mimeType === 'message/rfc822' || (/\.eml$/i.test(file.filename ?? '') && looksLikeMail(bytesOf(file)))

const looksLikeMail = (bytes: Uint8Array): boolean =>
  /^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to)\s*:/im.test(
    Buffer.from(bytes.subarray(0, 2000)).toString('latin1'),
  )

function openWinmail(file: Attachment, where: Where): void {
  const opened = openTnef(bytesOf(file))
  if (!opened) return keep(file, where)
  where.found.text ||= storable(opened.text || (opened.html ? textOfHtml(safeHtml(opened.html)) : ''))
  for (const { name, bytes } of opened.files) {
    const mimeType = 'application/octet-stream'
    keep(
      { filename: name, mimeType, disposition: 'attachment', content: new Uint8Array(bytes) },
      { ...where, inside: 'winmail.dat' },
    )
  }
}

async function openMessage(file: Attachment, { depth, found }: Where): Promise<void> {
  if (depth > deepest || found.inner.length >= mostInner) return
  const email = await PostalMime.parse(bytesOf(file), readOptions).catch(() => undefined)
  if (!email) return
  found.inner.push(innerMail(email, depth))
  const inside = shortened(oneLine(email.subject ?? '') || file.filename || 'a message', 100)
  await openAll(email.attachments, { depth: depth + 1, inside, found })
}

function innerMail(email: Email, depth: number): InnerMail {
  const line = (name: string) => shortened(oneLine(email.headers.find(it => it.key === name)?.value ?? ''), 300)
  const text = email.text ?? (email.html ? textOfHtml(safeHtml(email.html)) : '')
  return {
    from: shortened(oneLine(`${email.from?.name ?? ''} <${email.from?.address ?? ''}>`.replace(' <>', '')), 300),
    to: line('to'),
    date: line('date'),
    subject: shortened(oneLine(email.subject ?? ''), 300),
    text: shortened(storable(text).trim(), longestInner),
    depth,
  }
}
