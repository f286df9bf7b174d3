import { instantInWords } from '#kernel/day.ts'
import { page } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { html, type Html } from '#platform/views/html.ts'
import { tagOfStatus } from '../../page/status.ts'
import { noteSeen, recentlySeen, type Seen } from './recently-seen.sql.ts'

/** The way back to what one had open a moment ago. */
export const seenRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/enquiries/seen',
    may: 'enquiries.worklist',
    handle: async asked =>
      page({
        title: 'Recently seen',
        current: '/enquiries',
        back: { href: '/enquiries', text: 'Back to the work list' },
        body: listOf(await asked.transact(tx => recentlySeen(tx, asked.viewer.person!))),
      }),
  },
]

const listOf = (seen: readonly Seen[]): Html =>
  seen.length === 0
    ? emptyState({
        heading: { text: 'Nothing yet' },
        text: 'The last ten enquiries you open stand here, for you alone.',
      })
    : html`<ol class="os-saved-list">
        ${seen.map(
          it => html`<li>
            <div>
              <a class="govuk-link" href="/enquiries/${it.reference}" dir="auto">${it.subject}</a>
              <span class="os-quiet"><span class="os-reference">${it.reference}</span> · ${instantInWords(it.at)}</span>
            </div>
            ${tagOfStatus(it.status)}
          </li>`,
        )}
      </ol>`

/** Keeps that it was opened, beside the page and not before it. */
export function keepSeen({ db, viewer, now }: Asked, enquiry: string): void {
  if (viewer.person) noteSeen(db, viewer.person, enquiry, now.at).catch(() => {})
}
