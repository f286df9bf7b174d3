import { instantInWords } from '#kernel/day.ts'
import { counted, numberInWords } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html, type Piece } from '#platform/views/html.ts'
import { wordsOfAct } from '../act-words.ts'
import type { Habit, Looker, Seen } from './about.sql.ts'

const back = { href: '/audit', text: 'Audit trail' }

/** What somebody did, and which restricted enquiries they looked at. */
export const personPage = (
  { id, name }: { id: string; name: string },
  habits: readonly Habit[],
  seen: readonly Seen[],
): Page => ({
  title: `What ${name} did and saw`,
  current: '/audit',
  back,
  wide: true,
  body: html`<p class="govuk-body">
      <a class="govuk-link" href="/audit?who=${id}">Every entry, newest first</a>, to be narrowed and saved as a file.
      Views are written down of restricted enquiries only.
    </p>
    <h2 class="govuk-heading-m">What they did</h2>
    ${habits.length === 0
      ? emptyState({ heading: { text: 'Nothing yet' }, text: 'No entry of the trail names them as its doer.' })
      : workList({
          caption: 'Acts, the most frequent first',
          columns: [{ text: 'Act' }, { text: 'Times', format: 'numeric' }, { text: 'Last' }],
          rows: habits.map(it => ({
            cells: [
              {
                html: html`<a class="govuk-link" href="/audit?who=${id}&act=${it.act}">${wordsOfAct(it.act)}</a>`,
              },
              { text: numberInWords(it.count) },
              { text: instantInWords(it.lastAt) },
            ],
          })),
        })}
    <h2 class="govuk-heading-m">Restricted enquiries they looked at</h2>
    ${seen.length === 0
      ? html`<p class="govuk-body">None.</p>`
      : workList({
          caption: 'Restricted enquiries, the last one first',
          columns: [{ text: 'Enquiry' }, { text: 'Views', format: 'numeric' }, { text: 'Last' }],
          rows: seen.map(it => ({
            cells: [
              { html: html`<a class="govuk-link" href="/audit/enquiries/${it.reference}">${it.reference}</a>` },
              { text: numberInWords(it.views) },
              { text: instantInWords(it.lastAt) },
            ],
          })),
        })}`,
})

/** Who looked at an enquiry, and the way to all that happened to it. */
export const enquiryPage = (
  reference: string,
  lookers: readonly Looker[],
  names: ReadonlyMap<string, string>,
): Page => ({
  title: `Who saw ${reference}`,
  current: '/audit',
  back,
  wide: true,
  body: html`<p class="govuk-body">
      <a class="govuk-link" href="/audit?reference=${reference}">Every entry about it, newest first</a>. Views are
      written down from when it is restricted.
    </p>
    ${lookers.length === 0
      ? emptyState({
          heading: { text: 'No views written down' },
          text: 'Nobody looked at it while it was restricted.',
        })
      : lookersList(lookers, names)}`,
})

const lookersList = (lookers: readonly Looker[], names: ReadonlyMap<string, string>): Html =>
  html`<p class="govuk-body">${counted(lookers.length, 'person', 'people')} looked at it.</p>
    ${workList({
      caption: 'Who looked at it, the last one first',
      columns: [{ text: 'Who' }, { text: 'Views', format: 'numeric' }, { text: 'First' }, { text: 'Last' }],
      rows: lookers.map(it => ({
        cells: [
          { html: html`${who(it.person, names)}` },
          { text: numberInWords(it.views) },
          { text: instantInWords(it.firstAt) },
          { text: instantInWords(it.lastAt) },
        ],
      })),
    })}`

const who = (person: string | null, names: ReadonlyMap<string, string>): Piece =>
  person === null
    ? 'One Stop itself'
    : html`<a class="govuk-link" href="/audit/people/${person}">${names.get(person) ?? 'Somebody no longer known'}</a>`
