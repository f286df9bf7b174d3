import type { Tx } from '#platform/db/database.ts'
import { page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { html } from '#platform/views/html.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'
import { boundariesOn } from './place-list.sql.ts'
import { isIn, pointIn, pointInWords, type Point } from './point.ts'
import { wardMap } from './ward-map.ts'

/** The map of the wards, for whoever wants to see where something is. */
export const mapRoutes: Route[] = [
  {
    method: 'GET',
    path: '/people/wards/map',
    may: 'people.profile',
    handle: asked => asked.transact(tx => show(tx, asked)),
  },
]

async function show(tx: Tx, { query, now }: Asked): Promise<Answer> {
  const at = pointIn(query.at ?? '')
  const boundaries = await boundariesOn(tx, now.today)
  const ward = at && boundaries.find(it => isIn(at, it.shape))?.ward
  const body = html`${at &&
  html`<p class="govuk-body">${ward ? `${ward} ward` : 'Outside every ward we know'}, at ${pointInWords(at)}.</p>`}
  ${boundaries.length === 0
    ? html`<p class="govuk-body">
        There is no map yet: an administrator adds the boundaries of the wards under People.
      </p>`
    : scrolling(wardMap(boundaries, at), 'Map that scrolls sideways')} `
  return page({ title: at ? 'Where it is' : 'The wards', body, current: '/people' })
}

/** The address of the map with a mark on it. */
export const mapAddress = (at: Point): string => `/people/wards/map?at=${encodeURIComponent(pointInWords(at))}`
