import { missing, page } from '#platform/http/answer.ts'
import type { Route } from '#platform/http/route.ts'
import { historyOf } from '../enquiry.sql.ts'
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
        if (!opened) return missing
        const [history, limits] = await Promise.all([historyOf(tx, opened.enquiry.id), house.limits(tx)])
        return page(clockPage(opened, history, limits))
      }),
  },
]
