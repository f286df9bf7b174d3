import type { Route } from '#platform/http/route.ts'
import { actNamed } from '../acts.ts'
import type { EnquiryPages } from '../routes.ts'
import type { ActPage } from './act-page.ts'
import { carryOutAct, showAct } from './do-act.ts'

/** Both addresses of an act's page. Who may not do the act may not open its form either. */
export function routesOfAct(deps: EnquiryPages, page: ActPage): Route[] {
  const path = `/enquiries/:reference/${page.act}`
  const act = actNamed(page.act)
  if (!act) throw new Error(`There is a page for ${page.act}, which is no act`)
  return [
    { method: 'GET', path, may: act.may, handle: asked => showAct(asked, deps, page, act) },
    { method: 'POST', path, may: act.may, handle: asked => carryOutAct(asked, deps, page, act) },
  ]
}
