import { missing, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { attachmentOf } from '../attachment.sql.ts'
import { openEnquiry } from '../page/open-enquiry.ts'
import type { EnquiryPages } from '../routes.ts'
import { served } from './served.ts'

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
  return found ? served(files, found) : missing
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
