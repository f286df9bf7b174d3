import { numberInWords } from '#kernel/text.ts'
import type { Mailbox } from '#mailboxes/door.ts'
import type { Page } from '#platform/http/answer.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Horizon, Standing } from './board.sql.ts'
import { toneWords, type Load } from './capacity.ts'
import type { Capacity } from './read-capacity.ts'
import { listOf } from './standing.ts'

export type BoardRow = { readonly mailbox: Mailbox; readonly capacity: Capacity }

/** Every mailbox whose board somebody may look at, the fullest first. */
export const boardsPage = (rows: readonly BoardRow[], horizon: Horizon): Page => ({
  title: 'Boards of mailboxes',
  wide: true,
  current: '/enquiries/board',
  body:
    rows.length === 0
      ? emptyState({
          heading: { text: 'You run no mailbox' },
          text: 'The board of a mailbox is for its owner and deputy, and for who oversees it. An administrator names them.',
        })
      : html`<p class="govuk-body">
            Capacity is what is late or due within 5 working days, over what is settled in as many.
          </p>
          ${list(rows, horizon)}
          <p class="govuk-body">
            <a class="govuk-link" href="/enquiries/board/risk"
              >How the risk of being late is worked out, and whether it can be believed</a
            >
          </p>`,
})

function list(rows: readonly BoardRow[], horizon: Horizon): Html {
  const number = (name: keyof Standing, { mailbox, capacity: { standing } }: BoardRow) =>
    standing[name] === 0
      ? html`0`
      : html`<a class="govuk-link" href="${listOf(name, { mailbox: mailbox.key }, horizon)}"
          >${numberInWords(standing[name])}</a
        >`
  const figures = ['overdue', 'soon', 'unassigned', 'likelyLate', 'open'] as const
  return workList({
    caption: 'Mailboxes with their open work',
    columns: [
      { text: 'Mailbox' },
      { text: 'Overdue', format: 'numeric' },
      { text: 'Due soon', format: 'numeric' },
      { text: 'Unassigned', format: 'numeric' },
      { text: 'Likely late', format: 'numeric' },
      { text: 'Open', format: 'numeric' },
      { text: 'Capacity' },
    ],
    rows: rows.toSorted(byFullness).map(row => ({
      cells: [
        { html: html`<a class="govuk-link" href="/enquiries/board/${row.mailbox.key}">${row.mailbox.name}</a>` },
        ...figures.map(name => ({ html: number(name, row) })),
        { text: capacityInWords(row.capacity.five) },
      ],
    })),
  })
}

const byFullness = (a: BoardRow, b: BoardRow): number =>
  (b.capacity.five?.percent ?? -1) - (a.capacity.five?.percent ?? -1) || a.mailbox.name.localeCompare(b.mailbox.name)

const capacityInWords = (load: Load | undefined): string =>
  load ? `${numberInWords(load.percent)}%, ${toneWords[load.tone].toLowerCase()}` : 'Too few to say'
