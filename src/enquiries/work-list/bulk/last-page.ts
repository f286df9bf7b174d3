import { instantInWords } from '#kernel/day.ts'
import type { Page } from '#platform/http/answer.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { html } from '#platform/views/html.ts'
import { bulkActNamed, isBulkAct } from './bulk-acts.ts'
import type { Bulk } from './bulk.ts'
import { enquiries } from './choose-page.ts'

/** What somebody did to many at once, the last first: to see results again, and to take something back later. */
export const lastPage = (all: readonly (Bulk & { readonly n: number })[]): Page => ({
  title: 'What you did to many at once',
  current: '/enquiries',
  back: { href: '/enquiries', text: 'Back to the work list' },
  body:
    all.length === 0
      ? emptyState({
          heading: { text: 'Nothing yet' },
          text: 'Tick enquiries in the work list, or take all that match, and do one thing to all of them.',
        })
      : html`<ul class="govuk-list govuk-list--spaced">
          ${all.map(
            it => html`<li>
              <a class="govuk-link" href="/enquiries/bulk/${it.id}"
                >${it.undoes && 'Take back: '}${isBulkAct(it.act) ? bulkActNamed(it.act).verb : it.act}
                ${enquiries(it.n)}</a
              >
              <span class="os-quiet"
                >${it.state === 'running' ? 'Under way since' : 'Begun'}
                ${instantInWords(it.confirmedAt ?? it.madeAt)}</span
              >
            </li>`,
          )}
        </ul>`,
})
