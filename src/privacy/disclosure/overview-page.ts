import { inWords, instantInWords, type Day, type Now } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'
import { table } from '#platform/views/components/table.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { referenceOf } from './acts.ts'
import { extensionReasons, handOvers, isOpen, outcomes, type Disclosure } from './disclosure.ts'
import { sources, type Source } from './item.ts'

export const addressOf = ({ number }: Pick<Disclosure, 'number'>): string => `/privacy/disclosures/${number}`

export type Overview = {
  readonly it: Disclosure
  readonly csrf: string
  readonly now: Now
  readonly viewer: string
  readonly keeps: boolean
  readonly due: Day | undefined
  readonly reference: string | undefined
  readonly name: (id: string | null) => string
  readonly counts: readonly { source: Source; items: number; undecided: number; included: number }[]
  readonly unseen: readonly { mailbox: string; items: number; undecided: number }[]
  readonly refusal?: Refusal | undefined
}

/** One request or copy: what it is about, how it stands, what is found, and what comes next. */
export function overviewPage(o: Overview): Page {
  const { it, refusal } = o
  const title =
    it.kind === 'copy' ? `Redacted copy of ${o.reference ?? 'an enquiry'}` : (it.about.names[0] ?? 'Request')
  const ids = { 'hand-over': 'hand-over', extend: 'extend', close: 'close' }
  return {
    title: `${title} – ${referenceOf(it)}`,
    ownHeading: true,
    current: '/privacy/desk',
    back:
      it.kind === 'copy' && o.reference
        ? { href: `/enquiries/${o.reference}`, text: o.reference }
        : { href: '/privacy/requests', text: 'Requests' },
    invalid: Boolean(refusal),
    body: html`${errorSummaryFor(refusal, ids)} <span class="govuk-caption-l">${referenceOf(it)}</span>
      <h1 class="govuk-heading-l"><bdi>${title}</bdi> ${stateTag(o)}</h1>
      ${summaryList({ rows: factsOf(o) })} ${found(o)} ${unseen(o)} ${next(o)}`,
  }
}

/** How it stands in a word. */
export function stateTag({ it, due, now }: Pick<Overview, 'it' | 'due' | 'now'>): Html {
  if (it.closedOn) return tag({ text: 'Closed', classes: 'govuk-tag--grey' })
  if (it.confirmedBy) return tag({ text: 'Confirmed', classes: 'govuk-tag--green' })
  if (it.submittedBy) return tag({ text: 'Waits for a second person', classes: 'govuk-tag--yellow' })
  if (it.kind === 'request' && due && due < now.today) return tag({ text: 'Late', classes: 'govuk-tag--red' })
  return tag({ text: 'In work' })
}

function factsOf(o: Overview): SummaryListRow[] {
  const { it, due, name } = o
  const row = (key: string, value: string | Html): SummaryListRow => ({
    key: { text: key },
    value: typeof value === 'string' ? { text: value } : { html: value },
  })
  const lines = (all: readonly string[]): Html => html`${all.map(line => html`<div dir="auto">${line}</div>`)}`
  const { names, emails, phones, addresses, from, until } = it.about
  return [
    ...(it.kind === 'request'
      ? [
          row('Known as', lines(names)),
          ...(emails.length + phones.length > 0 ? [row('Reached at', lines([...emails, ...phones]))] : []),
          ...(addresses.length > 0 ? [row('Lives or lived at', lines(addresses))] : []),
          ...(from || until
            ? [
                row(
                  'From when',
                  `${from ? inWords(from as Day) : 'the beginning'} to ${until ? inWords(until as Day) : 'now'}`,
                ),
              ]
            : []),
          row('Came on', inWords(it.receivedOn)),
          row(
            'Identity',
            {
              known: 'Known',
              asked: 'Asked for: the time does not run yet',
              checked: `Checked on ${it.identityOn ? inWords(it.identityOn) : ''}`,
            }[it.identity],
          ),
          row('To be answered by', due ? inWords(due) : 'One month after the identity is checked'),
          ...(it.extendedBecause ? [row('Two months added', extensionReasons[it.extendedBecause])] : []),
        ]
      : []),
    row('Begun', `${instantInWords(it.madeAt)} by ${name(it.madeBy)}`),
    ...(it.submittedAt
      ? [row('Handed to a second person', `${instantInWords(it.submittedAt)} by ${name(it.submittedBy)}`)]
      : []),
    ...(it.confirmedAt ? [row('Confirmed', `${instantInWords(it.confirmedAt)} by ${name(it.confirmedBy)}`)] : []),
    ...(it.handedOverOn && it.handedOverHow
      ? [row('Handed over', `${inWords(it.handedOverOn)}, ${handOvers[it.handedOverHow].toLowerCase()}`)]
      : []),
    ...(it.closedOn && it.outcome
      ? [row('Closed', `${inWords(it.closedOn)}: ${outcomes[it.outcome].toLowerCase()}`)]
      : []),
  ]
}

function found({ it, counts }: Overview): Html {
  if (it.kind === 'request' && it.search === 'none') return nothing
  const running = it.search === 'waiting' || it.search === 'running'
  const looked = it.searchAt.looked ?? 0
  return html`<h2 class="govuk-heading-m">What was found</h2>
    ${running &&
    html`<p class="govuk-body" role="status">
      The search is running: ${counted(looked, 'place')} looked at so far. You may leave this page.
    </p>`}
    ${it.kind === 'request' &&
    it.search === 'done' &&
    html`<p class="govuk-body">
      ${counted(looked, 'place')} looked at. Drafts of people and letters that only let somebody sign in are not
      searched.
    </p>`}
    ${counts.length === 0
      ? html`<p class="govuk-body">Nothing${running && ' yet'}.</p>`
      : scrolling(
          table({
            head: [
              { text: 'Where' },
              { text: 'Items', format: 'numeric' },
              { text: 'Included', format: 'numeric' },
              { text: 'To decide', format: 'numeric' },
            ],
            firstCellIsHeader: true,
            rows: counts.map(({ source, items, included, undecided }) => [
              {
                html: html`<a class="govuk-link" href="${addressOf(it)}/found?source=${source}">${sources[source]}</a>`,
              },
              { text: String(items), format: 'numeric' },
              { text: String(included), format: 'numeric' },
              { text: String(undecided), format: 'numeric' },
            ]),
          }),
        )}`
}

/** The desk learns how many there are in restricted mailboxes, never which. */
const unseen = ({ unseen: all }: Overview): Html =>
  all.length === 0
    ? nothing
    : html`<h2 class="govuk-heading-m">In restricted mailboxes</h2>
        <p class="govuk-body">
          These stand in enquiries that you do not see. The people of each mailbox find them under Data requests, decide
          about them, and take out their own part of what is given.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          ${all.map(
            ({ mailbox, items, undecided }) =>
              html`<li><bdi>${mailbox}</bdi>: ${counted(items, 'item')}, ${undecided} to decide</li>`,
          )}
        </ul>`

function next(o: Overview): Html {
  const { it, viewer, keeps } = o
  const may = it.kind === 'copy' || keeps
  if (it.closedOn || !may) return it.confirmedBy ? downloads(it) : nothing
  return html`<h2 class="govuk-heading-m">What comes next</h2>
    ${it.identity === 'asked' && one(o, 'identity', 'Their identity is checked')}
    ${isOpen(it) &&
    it.kind === 'request' &&
    it.search !== 'waiting' &&
    it.search !== 'running' &&
    one(o, 'search', it.search === 'none' ? 'Search for this person' : 'Search again')}
    ${isOpen(it) && one(o, 'submit', 'Hand to a second person')}
    ${it.submittedBy &&
    !it.confirmedBy &&
    it.submittedBy !== viewer &&
    one(o, 'confirm', 'I looked through it: confirm')}
    ${it.submittedBy &&
    !it.confirmedBy &&
    it.submittedBy === viewer &&
    html`<p class="govuk-body">Somebody else who may see this has to confirm it.</p>`}
    ${it.submittedBy && one(o, 'take-back', 'Open it for work again', 'govuk-button--secondary')}
    ${it.confirmedBy && downloads(it)}
    ${it.kind === 'request' &&
    it.confirmedBy &&
    !it.handedOverOn &&
    choice(o, 'hand-over', 'How was it handed over?', handOvers, 'Record handing over')}
    ${it.kind === 'request' &&
    !it.extendedOn &&
    choice(o, 'extend', 'Why is more time needed?', extensionReasons, 'Add two months')}
    ${choice(o, 'close', 'What came of it?', outcomes, 'Close')}`
}

const downloads = (it: Disclosure): Html =>
  html`<ul class="govuk-list">
    ${[
      ['html', 'Open as a page'],
      ['pdf', 'Download as PDF'],
      ['zip', 'Download everything as one file (ZIP)'],
    ].map(
      ([format, text]) => html`<li><a class="govuk-link" href="${addressOf(it)}/given.${format!}">${text}</a></li>`,
    )}
  </ul>`

const one = ({ it, csrf }: Overview, act: string, text: string, classes = ''): Html =>
  html`<form method="post" action="${addressOf(it)}" novalidate>
    ${csrfField(csrf)}<input type="hidden" name="act" value="${act}" />${button({
      text,
      classes,
      preventDoubleClick: true,
    })}
  </form>`

const choice = (
  { it, csrf, refusal }: Overview,
  act: string,
  legend: string,
  all: Readonly<Record<string, string>>,
  text: string,
): Html =>
  html`<form method="post" action="${addressOf(it)}" novalidate>
    ${csrfField(csrf)}<input type="hidden" name="act" value="${act}" />
    ${radios({
      name: 'chosen',
      idPrefix: act,
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
      items: Object.entries(all).map(([value, words]) => ({ value, text: words })),
      errorMessage: errorFor(refusal, act),
    })}
    ${button({ text, classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`
