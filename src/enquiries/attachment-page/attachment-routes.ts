import { file, missing, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { attachmentOf, type Attachment } from '../attachment.sql.ts'
import { openEnquiry } from '../page/open-enquiry.ts'
import type { EnquiryPages } from '../routes.ts'

export const attachmentRoutes = (deps: EnquiryPages): Route[] => [
  {
    method: 'GET',
    path: '/enquiries/:reference/attachments/:id',
    may: 'enquiries.read',
    handle: asked => showFile(asked, deps),
  },
]

/** Pictures without their camera's data and documents as they came, for whoever sees the enquiry. */
async function showFile(asked: Asked, { house, files }: EnquiryPages): Promise<Answer> {
  const found = await asked.transact(async tx => {
    const opened = await openEnquiry(tx, asked, house)
    return opened && isId(asked.params.id!) ? attachmentOf(tx, opened.enquiry.reference, asked.params.id!) : undefined
  })
  return found ? file({ body: await files.read(found.shownSha256), ...asServed(found) }) : missing
}

/** What a browser may show by itself; nothing on this list can run. Everything else is saved, under a type on the list. */
const shown = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'application/pdf']

// a browser's own reader of PDFs does not open inside a sandbox; the document itself is still allowed nothing
const policyOfPdf = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"

function asServed({ type, name }: Attachment) {
  if (type === 'application/pdf') return { type, policy: policyOfPdf }
  if (shown.includes(type)) return { type }
  return { type: saved.test(type) ? withLetters(type) : 'application/octet-stream', saveAs: name }
}

const saved =
  /^(text\/(plain|csv)|message\/rfc822|(audio|video)\/[\w.+-]+|image\/(heic|tiff)|application\/(vnd\.[\w.+-]+|msword|zip))$/

const withLetters = (type: string): string => (type.startsWith('text/') ? `${type}; charset=utf-8` : type)

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
