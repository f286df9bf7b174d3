import { missing, type Answer } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { openEnquiry, type Opened } from '../page/open-enquiry.ts'
import type { ApiDeps } from './endpoints.ts'

export const inPath = { reference: 'The number of the enquiry, such as `ME-2026-000123`' }

/** What all reads of one enquiry have in common in the document. */
export const reading = (below: string, id: string, title: string, means: string) =>
  ({
    method: 'GET',
    path: `/api/v1/enquiries/:reference${below}`,
    may: 'enquiries.read',
    group: 'Enquiries',
    id,
    title,
    means,
    inPath,
    problems: [401, 403, 404],
  }) as const

/** Opens the enquiry as pages do: not visible and not there look the same, and views of restricted ones are logged. */
export const opened =
  ({ house }: ApiDeps, work: (it: Opened) => Promise<Answer> | Answer) =>
  (asked: Asked): Promise<Answer> =>
    asked.transact(async tx => {
      const it = await openEnquiry(tx, asked, house)
      return it ? work(it) : missing
    })
