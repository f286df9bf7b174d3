import { createHash } from 'node:crypto'
import type { Attachment } from 'postal-mime'
import { oneLine, shortened } from '../../kernel/text.ts'
import { readArchive } from './archive.ts'
import type { MailAttachment } from './parsed-mail.ts'

/** One file, and the name of what it was packed in. */
export type Piece = { readonly file: Attachment; readonly inside: string | undefined }

export const isWinmail = (file: Attachment): boolean =>
  file.mimeType === 'application/ms-tnef' || /^winmail\.dat$/i.test(file.filename ?? '')

/** One attachment as it is kept: typed by its bytes, with a name that is only a name. */
export async function attachmentOf({ file: given, inside }: Piece, number: number): Promise<MailAttachment> {
  const bytes = bytesOf(given)
  return {
    name: nameOf(given, number),
    type: await typeOf(given, bytes),
    inside,
    archive: readArchive(bytes),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    inline: given.related === true || given.disposition === 'inline',
    winmail: isWinmail(given),
  }
}

export function bytesOf(given: Attachment): Uint8Array<ArrayBuffer> {
  if (typeof given.content === 'string') return new Uint8Array(Buffer.from(given.content))
  return new Uint8Array(given.content as ArrayBuffer)
}

/** Without folders, control characters and the marks that turn the direction of reading round (`exe.gpj`). */
function nameOf(given: Attachment, number: number): string {
  const last = (given.filename ?? '').split(/[/\\]/).at(-1) ?? ''
  const tidy = oneLine(last.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')).replace(/^\.+/, '')
  return tidy
    ? shortened(tidy, 150)
    : given.mimeType === 'message/rfc822'
      ? `message-${number}.eml`
      : `attachment-${number}`
}

/** Types that bytes cannot tell and that no browser runs. */
const believed = new Set(['text/plain', 'text/csv', 'text/calendar', 'message/rfc822', 'application/json'])

async function typeOf(given: Attachment, bytes: Uint8Array): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found && !/xml|html|svg|javascript/.test(found.mime)) return found.mime
  return !found && believed.has(given.mimeType) ? given.mimeType : 'application/octet-stream'
}
