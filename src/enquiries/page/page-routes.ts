import { missing, page, redirect } from '#platform/http/answer.ts'
import type { Route } from '#platform/http/route.ts'
import type { EnquiryPages } from '../routes.ts'
import { keepSeen } from '../work-list/seen/seen-routes.ts'
import { officerActs } from './act-pages.ts'
import { membersAddresses, routesOfAct } from './act-routes.ts'
import { enquiryPage } from './enquiry-page.ts'
import { isOfficer } from './officer.ts'
import { openEnquiry } from './open-enquiry.ts'
import { readWhole } from './read-enquiry.ts'

/** The officers' page of an enquiry and a page for each of their acts. */
export const enquiryPageRoutes = (deps: EnquiryPages): Route[] => [
  {
    method: 'GET',
    path: '/enquiries/:reference',
    may: 'enquiries.read',
    handle: asked => {
      if (!isOfficer(asked.viewer)) return redirect(`/enquiries/${encodeURIComponent(asked.params.reference!)}/track`)
      return asked.transact(async tx => {
        const opened = await openEnquiry(tx, asked, deps.house)
        if (!opened) return missing
        keepSeen(asked, opened.enquiry.id)
        return page(enquiryPage(opened, await readWhole(opened)))
      })
    },
  },
  ...officerActs.flatMap(act => routesOfAct(deps, act)),
  ...membersAddresses,
]
