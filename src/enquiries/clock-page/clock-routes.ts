import { missing, page } from '#platform/http/answer.ts'
import type { Route } from '#platform/http/route.ts'
import { openEnquiry } from '../page/open-enquiry.ts'
import type { EnquiryPages } from '../routes.ts'
import { clockPage } from './clock-page.ts'

export const clockPageRoutes = ({ house }: EnquiryPages): Route[] => [
  {
    method: 'GET',
    path: '/enquiries/:reference/clock',
    may: 'enquiries.read',
    handle: asked =>
      asked.transact(async tx => {
        const opened = await openEnquiry(tx, asked, house)
        return opened ? page(clockPage(opened)) : missing
      }),
  },
]
