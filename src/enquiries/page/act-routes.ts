import { redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { actNamed } from '../acts.ts'
import type { EnquiryPages } from '../routes.ts'
import { memberActs } from '../track/member-acts.ts'
import { officerActs } from './act-pages.ts'
import type { ActPage } from './act-page.ts'
import { adviseOn, carryOutAct, showAct } from './do-act.ts'
import { isOfficer } from './officer.ts'

/** Both addresses of an act's page. Who may not do the act is told why; members have pages of their own. */
export function routesOfAct(deps: EnquiryPages, page: ActPage): Route[] {
  const path = `/enquiries/:reference/${page.act}`
  const act = actNamed(page.act)
  if (!act) throw new Error(`There is a page for ${page.act}, which is no act`)
  return [
    {
      method: 'GET',
      path,
      may: 'enquiries.read',
      handle: asked => (isOfficer(asked.viewer) ? showAct(asked, deps, page, act) : toMembersPage(asked, page.act)),
    },
    {
      method: 'POST',
      path,
      may: act.may,
      handle: asked => carryOutAct(asked, deps, page, act),
    },
    ...(page.advice
      ? [
          {
            method: 'POST',
            path: `${path}/advice`,
            may: act.may,
            handle: asked => adviseOn(asked, deps, page),
          } as Route,
        ]
      : []),
  ]
}

/** Acts that are the member's alone: their addresses without `track`, guessed or out of an old letter, lead there. */
export const membersAddresses: readonly Route[] = memberActs
  .filter(({ name }) => !officerActs.some(page => page.act === name))
  .map(({ name }) => ({
    method: 'GET',
    path: `/enquiries/:reference/${name}`,
    may: 'enquiries.read',
    handle: asked => toMembersPage(asked, name),
  }))

/** An officer's address in a member's hands leads to the same act, where it is theirs, or to the enquiry. */
function toMembersPage({ params }: Asked, act: string): Answer {
  const track = `/enquiries/${encodeURIComponent(params.reference!)}/track`
  return redirect(memberActs.some(it => it.name === act) ? `${track}/${act}` : track)
}
