import { file, type Answer } from '#platform/http/answer.ts'
import type { Files } from '#platform/files.ts'
import type { NewAttachment } from '../attachment.sql.ts'

/** A file for a browser: a picture without its camera’s data, a document as it came, and nothing that can run. */
export const served = async (files: Files, it: NewAttachment): Promise<Answer> =>
  file({ body: await files.read(it.shownSha256), ...asServed(it) })

/** What a browser may show by itself; nothing on this list can run. Everything else is saved, under a type on the list. */
const shown = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'application/pdf']

// a browser's own reader of PDFs does not open inside a sandbox; the document itself is still allowed nothing
const policyOfPdf = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"

function asServed({ type, name }: NewAttachment) {
  if (type === 'application/pdf') return { type, policy: policyOfPdf }
  if (shown.includes(type)) return { type }
  return { type: saved.test(type) ? withLetters(type) : 'application/octet-stream', saveAs: name }
}

const saved =
  /^(text\/(plain|csv)|message\/rfc822|(audio|video)\/[\w.+-]+|image\/(heic|tiff)|application\/(vnd\.[\w.+-]+|msword|zip))$/

const withLetters = (type: string): string => (type.startsWith('text/') ? `${type}; charset=utf-8` : type)
