import { instantInWords } from '#kernel/day.ts'
import { numberInWords } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html } from '#platform/views/html.ts'
import type { KeptCheckpoint } from './checkpoint.sql.ts'

/** The signed checkpoints, newest first, each to be taken elsewhere. */
export const checkpointsPage = (shown: readonly KeptCheckpoint[], older: number | undefined): Page => ({
  title: 'Checkpoints',
  current: '/audit',
  back: { href: '/audit', text: 'Back to the audit trail' },
  wide: true,
  body: html`<p class="govuk-body-l">
      Each day One Stop signs how far the trail reaches, with a key that is not in its database.
    </p>
    <p class="govuk-body">
      Keep copies where nobody who runs One Stop can change them. A check with such a copy notices when the whole trail
      was written anew, or its end was cut off. Whoever runs One Stop checks with
      <code>one-stop audit verify --checkpoint FILE</code>.
    </p>
    ${shown.length === 0
      ? emptyState({
          heading: { text: 'No checkpoints yet' },
          text: 'The first is made tonight, or at once with one-stop audit checkpoint.',
        })
      : workList({ caption: 'Checkpoints, newest first', columns, rows: shown.map(it => ({ cells: cells(it) })) })}
    ${older !== undefined &&
    pagination({
      landmarkLabel: 'Checkpoints',
      next: { href: `/audit/checkpoints?below=${older}`, text: 'Older checkpoints' },
    })}`,
})

const columns = [
  { text: 'Made' },
  { text: 'Entries up to here', format: 'numeric' as const },
  { text: 'Seal', format: 'numeric' as const },
  { text: 'Fingerprint of the key' },
  { text: 'File' },
]

const cells = (it: KeptCheckpoint) => [
  { text: instantInWords(it.madeAt) },
  { text: numberInWords(it.entries) },
  { text: numberInWords(it.seal) },
  { html: html`<code>${it.publicKey.toString('hex').slice(0, 16)}</code>` },
  {
    html: html`<a class="govuk-link" href="/audit/checkpoints/${it.id}"
      >Download<span class="govuk-visually-hidden"> the checkpoint of ${instantInWords(it.madeAt)}</span></a
    >`,
  },
]
