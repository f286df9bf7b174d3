import { addDays, fromToInWords, inWords, type Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { counted } from '#kernel/text.ts'
import type { Mailbox } from '#mailboxes/door.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { figures } from '#platform/views/components/figures.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { table } from '#platform/views/components/table.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import {
  fieldOf,
  isSampleDone,
  weekEnd,
  type Late,
  type SignedWeek,
  type SignOff,
  type WeekFigures,
} from './sign-off.ts'
import type { Explained } from './sign-off.sql.ts'
import type { Week } from './sign-week.ts'

export const signOffPath = '/review/sign-off'
export const weekPath = ({ key }: Mailbox, weekOn: Day): string => `${signOffPath}/${key}/${weekOn}`

const weekInWords = (weekOn: Day): string => fromToInWords(weekOn, weekEnd(weekOn))

/** The weeks of one mailbox, the newest first; undefined where none is signed. */
export type Row = { readonly mailbox: Mailbox; readonly weeks: readonly (SignOff | undefined)[] }

export type Grid = {
  readonly weeks: readonly Day[]
  readonly rows: readonly Row[]
  readonly all: boolean
  readonly names: ReadonlyMap<string, string>
}

/** Whose week is signed and whose is not: one's own mailboxes, or for the leadership team all of them. */
export function signOffsPage({ weeks, rows, all, names }: Grid): Page {
  const [last] = weeks
  const missing = rows.filter(it => !it.weeks[0])
  return {
    title: 'Weekly sign-off',
    current: all ? '/review' : signOffPath,
    ...(all && { back: { href: '/review', text: 'Monthly review' } }),
    wide: true,
    body: html`<p class="govuk-body-l">
        Each week whoever runs a mailbox signs its figures and says why answers were late.
      </p>
      ${rows.length === 0
        ? emptyState({
            heading: { text: 'You run no mailbox' },
            text: 'The mailboxes you own or deputise for appear here.',
          })
        : html`<h2 class="govuk-heading-m">${weekInWords(last!)}</h2>
            ${missing.length === 0
              ? html`<p class="govuk-body">Every mailbox is signed.</p>`
              : html`<p class="govuk-body">
                  Not signed: <strong>${counted(missing.length, 'mailbox', 'mailboxes')}</strong> of ${rows.length}.
                </p>`}
            ${newest(rows, last!, names)}
            <h2 class="govuk-heading-m">Weeks before</h2>
            ${scrolling(before(weeks, rows), 'Sign-offs of the weeks before')}`}`,
  }
}

const newest = (rows: readonly Row[], last: Day, names: ReadonlyMap<string, string>): Html =>
  workList({
    caption: `Sign-off of ${weekInWords(last)}`,
    columns: [
      { text: 'Mailbox' },
      { text: 'Sign-off' },
      { text: 'By' },
      { text: 'Late, explained', format: 'numeric' },
      { text: 'Sample' },
    ],
    rows: rows.map(({ mailbox, weeks: [signed] }) => ({
      cells: [
        { html: html`<a class="govuk-link" href="${weekPath(mailbox, last)}">${mailbox.name}</a>` },
        { html: signed ? signedTag(signed) : statusTag({ tone: 'late', text: 'Not signed' }) },
        { text: signed ? `${names.get(signed.signedBy ?? '') ?? 'One Stop'}, ${inWords(signed.signedOn)}` : '–' },
        { text: signed?.signed ? String(signed.signed.exceptions) : '–' },
        { text: signed?.signed ? (signed.signed.sampleDone ? 'Done' : 'Not done') : '–' },
      ],
    })),
  })

const signedTag = ({ version }: SignOff): Html =>
  statusTag({ tone: 'done', text: version > 1 ? `Signed, version ${version}` : 'Signed' })

function before(weeks: readonly Day[], rows: readonly Row[]): Html {
  const mark = (row: Row, at: number) => {
    const signed = row.weeks[at]
    const text = signed ? (signed.signedOn > addDays(weekEnd(weeks[at]!), 7) ? 'Late' : 'Signed') : 'Missing'
    return {
      html: html`<a class="govuk-link govuk-link--no-visited-state" href="${weekPath(row.mailbox, weeks[at]!)}"
        >${text}<span class="govuk-visually-hidden"> ${row.mailbox.name}, ${inWords(weeks[at]!)}</span></a
      >`,
    }
  }
  return table({
    caption: 'Sign-offs of the weeks before, by mailbox',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [{ text: 'Mailbox' }, ...weeks.slice(1).map(it => ({ text: inWords(it).replace(/ \d{4}$/, '') }))],
    rows: rows.map(row => [{ text: row.mailbox.name }, ...weeks.slice(1).map((_, at) => mark(row, at + 1))]),
  })
}

export type WeekShown = {
  readonly mailbox: Mailbox
  readonly weekOn: Day
  readonly week: Week
  /** of the version signed last */
  readonly explained: readonly Explained[]
  readonly names: ReadonlyMap<string, string>
  /** runs this mailbox, and the week is over */
  readonly signs: boolean
  readonly back: { readonly href: string; readonly text: string }
  readonly csrf: string
  readonly form: Form
  readonly refusal?: Refusal | undefined
}

/** One week of one mailbox: what was signed, and the form where it is the reader's to sign. */
export function weekPage(it: WeekShown): Page {
  const { mailbox, weekOn, week, signs, refusal } = it
  const [signed] = week.versions
  const body = html`${errorSummaryFor(refusal)}
    <p class="govuk-body-l">${weekInWords(weekOn)}</p>
    ${signed
      ? whatWasSigned(signed, it)
      : insetText({ text: signs ? 'This week is not signed yet.' : 'This week is not signed.' })}
    ${signs &&
    (signed
      ? signingAgain(it, signed)
      : html`<h2 class="govuk-heading-m">Sign this week</h2>
          ${signing(it)}`)}`
  return { title: `Sign-off of ${mailbox.name}`, body, current: it.back.href, back: it.back, invalid: Boolean(refusal) }
}

function whatWasSigned(it: SignOff, { explained, names, week }: WeekShown): Html {
  const by = names.get(it.signedBy ?? '') ?? 'One Stop'
  const why = it.signed?.reason && html`. Signed again because: ${it.signed.reason}`
  return html`<h2 class="govuk-heading-m">${signedTag(it)}</h2>
    <p class="govuk-body">${by}, ${inWords(it.signedOn)}${why}</p>
    ${it.signed
      ? contentOf(it.signed, explained)
      : insetText({ text: 'This mailbox is restricted: what was signed is for the people it names.' })}
    ${week.versions.length > 1 &&
    html`<p class="govuk-body os-quiet">
      Earlier:
      ${week.versions
        .slice(1)
        .map((old, at) => html`${at > 0 && '; '}version ${old.version}, ${inWords(old.signedOn)}`)}.
    </p>`}`
}

function contentOf({ figures, exceptions, sampleWords, words }: SignedWeek, explained: readonly Explained[]): Html {
  const hidden = exceptions - explained.length
  return html`${weekFigures(figures)} ${explained.map(late)}
  ${hidden > 0 &&
  html`<p class="govuk-body">${counted(hidden, 'explanation')} of late answers that you do not see.</p>`}
  ${sampleWords && said('Why the sample is not done', sampleWords)} ${words && said('What else', words)}`
}

const late = ({ reference, subject, words }: Explained): Html =>
  html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">
      <a class="govuk-link" href="/enquiries/${reference}">${reference}</a> <bdi>${subject}</bdi>
    </h3>
    <p class="govuk-body os-plain-text" dir="auto">${words}</p>`

const said = (heading: string, words: string): Html =>
  html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${heading}</h3>
    <p class="govuk-body os-plain-text" dir="auto">${words}</p>`

/** The figures of a week, each with what it rests on. */
function weekFigures(it: WeekFigures): Html {
  return figures({
    items: [
      { label: 'Received', value: { text: it.received } },
      {
        label: 'Answered',
        value: { text: it.answered },
        note: { text: `${it.inTime} by their date` },
        ...(it.inTime < it.answered && { tone: 'soon' as const }),
      },
      { label: 'Open', value: { text: it.open }, note: { text: `${it.waiting} wait for members` } },
      { label: 'Overdue', value: { text: it.overdue }, ...(it.overdue > 0 && { tone: 'late' as const }) },
      {
        label: 'Sample',
        value: { text: it.sampleDrawn === 0 ? 'None' : `${it.sampleScored} of ${it.sampleDrawn}` },
        note: { text: it.sampleDrawn === 0 ? 'none was drawn' : 'scored' },
        ...(!isSampleDone(it) && { tone: 'soon' as const }),
      },
    ],
  })
}

/** Folded away: what was signed once is seldom signed again. */
const signingAgain = (it: WeekShown, signed: SignOff): Html =>
  details({
    summaryText: 'Sign again',
    classes: 'os-no-print',
    open: it.refusal !== undefined,
    html: html`<p class="govuk-body">What was signed stays. This becomes version ${signed.version + 1}.</p>
      ${signing(it, true)}`,
  })

function signing({ mailbox, weekOn, week, csrf, form, refusal }: WeekShown, again = false): Html {
  const { figures: now, late } = week
  return html`${weekFigures(now)}
    <form method="post" action="${weekPath(mailbox, weekOn)}" novalidate>
      ${csrfField(csrf)}
      ${late.length === 0
        ? html`<p class="govuk-body">No answer was late: there is nothing to explain.</p>`
        : html`<h3 class="govuk-heading-s">${counted(late.length, 'late answer', 'late answers')} to explain</h3>`}
      ${late.map(it => explanation(it, form, refusal))}
      ${!isSampleDone(now) &&
      textarea({
        name: 'sample',
        rows: 2,
        label: { text: 'Why the sample is not done, and when it will be', classes: 'govuk-label--s' },
        value: form.text('sample'),
        errorMessage: errorFor(refusal, 'sample'),
      })}
      ${textarea({
        name: 'words',
        rows: 3,
        label: { text: 'What else the leadership team should know (optional)', classes: 'govuk-label--s' },
        value: form.text('words'),
        errorMessage: errorFor(refusal, 'words'),
      })}
      ${again
        ? textarea({
            name: 'reason',
            rows: 2,
            label: { text: 'Why you sign again', classes: 'govuk-label--s' },
            value: form.text('reason'),
            errorMessage: errorFor(refusal, 'reason'),
          })
        : nothing}
      ${button({ text: 'Sign', preventDoubleClick: true })}
    </form>`
}

const explanation = (it: Late, form: Form, refusal: Refusal | undefined): Html => {
  const name = fieldOf(it.enquiryId)
  const typed = Object.hasOwn(form.typed, name)
  return textarea({
    name,
    rows: 2,
    label: { html: html`${it.reference} <bdi>${it.subject}</bdi>`, classes: 'govuk-label--s' },
    hint: {
      text: `Due ${inWords(it.dueOn)}, ${it.answeredOn ? `answered ${inWords(it.answeredOn)}` : 'open'}${it.saidBefore && !typed ? '. What was said before stands here: change it where it changed' : ''}`,
    },
    value: typed ? form.text(name) : (it.saidBefore ?? ''),
    errorMessage: errorFor(refusal, name),
  })
}
