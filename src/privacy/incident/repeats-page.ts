import { inWords, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { channelWords, type Channel } from '#enquiries/door.ts'
import type { Page } from '#platform/http/answer.ts'
import { table } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { repeatWays, type Repeat, type RepeatWay } from './repeats.sql.ts'

const headings: Record<RepeatWay, string> = {
  mailbox: 'By the mailbox it had come to',
  topic: 'By topic',
  channel: 'By how it came',
  service: 'By service',
}

export type RepeatsShown = {
  readonly since: Day
  readonly repeats: readonly Repeat[]
  /** undefined for whoever may not see members */
  readonly members: readonly Repeat[] | undefined
}

/** Where private matters came the wrong way, so that the way in can get better. */
export const repeatsPage = ({ since, repeats, members }: RepeatsShown): Page => ({
  title: 'What repeats',
  current: '/privacy/desk',
  back: { href: '/privacy/incidents', text: 'Back to the incidents' },
  body: html`<p class="govuk-body">
      Where private matters reached more people than they should, since ${inWords(since)}. It shows where a question, a
      form or a word of help is missing, and blames nobody.
    </p>
    ${repeats.length === 0 && html`<p class="govuk-body">No enquiry had to be restricted afterwards.</p>`}
    ${repeatWays.map(by => drawWay(by, repeats))} ${members && drawMembers(members)}`,
})

function drawWay(by: RepeatWay, repeats: readonly Repeat[]): Html | false {
  const rows = repeats.filter(it => it.by === by)
  return (
    rows.length > 0 &&
    table({
      caption: headings[by],
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      rows: rows.map(it => [{ text: nameOf(it) }, { text: counted(it.n, 'time') }]),
    })
  )
}

const nameOf = ({ by, name }: Repeat): string =>
  name === null ? 'Not known' : by === 'channel' ? (channelWords[name as Channel] ?? name) : name

/** More than once is where an offer of help is kind; once happens to everybody. */
const drawMembers = (members: readonly Repeat[]): Html =>
  html`<h2 class="govuk-heading-m">Members you could offer help</h2>
    <p class="govuk-body">
      Only you see this. To these members it happened more than once. A short call, or a visit with the form open, helps
      more than a letter.
    </p>
    ${members.length === 0
      ? html`<p class="govuk-body">It happened to nobody more than once.</p>`
      : table({
          firstCellIsHeader: true,
          caption: 'Members it happened to more than once',
          captionClasses: 'govuk-visually-hidden',
          rows: members.map(it => [{ text: it.name ?? '' }, { text: counted(it.n, 'time') }]),
        })}`
