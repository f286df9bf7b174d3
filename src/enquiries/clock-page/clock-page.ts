import { dueIfRepliedOn, howWorkedOut, type Calendar, type ClockDay } from '#clock/door.ts'
import { inWords, inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { table } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Limits } from '../act.ts'
import { acknowledgeBy } from '../change-kind/kind-clock.ts'
import { kindWords, type Enquiry } from '../enquiry.ts'
import type { Recorded } from '../events.ts'
import { addressOf, type Opened } from '../page/open-enquiry.ts'

/** Day by day how a due date came about, for members as for officers (domain, section 3, rule 8). */
export function clockPage({ enquiry, calendar, asked }: Opened, history: readonly Recorded[], limits: Limits): Page {
  const { today } = asked.now
  const days = howWorkedOut(clockOf(enquiry, calendar), today)
  return {
    title: `How this date was worked out – ${enquiry.reference}`,
    ownHeading: true,
    back: { href: addressOf(enquiry), text: `Back to ${enquiry.reference}` },
    body: html`<span class="govuk-caption-l os-reference">${enquiry.reference}</span>
      <h1 class="govuk-heading-l">How this date was worked out</h1>
      ${inShort(enquiry, calendar, today)} ${complaintStages(enquiry, calendar, limits)} ${clocksBefore(history)}
      ${table({
        caption: 'Each day from receipt',
        captionClasses: 'govuk-visually-hidden',
        firstCellIsHeader: true,
        head: [{ text: 'Day' }, { text: 'What it counts as' }],
        rows: days.map(day => [{ html: dayCell(day, today) }, { html: countedAs(day) }]),
      })}
      <p class="govuk-body">
        Saturdays, Sundays, bank holidays and days on which the council is closed are not counted.
        <a class="govuk-link" href="/clock/calendar">See the calendar</a>
      </p>`,
  }
}

const clockOf = ({ clockFrom, limitWorkingDays, pauses }: Enquiry, calendar: Calendar) => ({
  receivedOn: clockFrom,
  limitWorkingDays,
  pauses,
  calendar,
})

function inShort(enquiry: Enquiry, calendar: Calendar, today: Day): Html {
  const { clockFrom, limitWorkingDays, dueOn, round, headlineDueOn, extensions, agreedDueOn } = enquiry
  const allowed = `${counted(limitWorkingDays, 'working day')}`
  return html`<p class="govuk-body-l">
      ${dueOn
        ? `${round > 1 ? `Round ${round} began` : 'Received'} ${inWordsWithWeekday(clockFrom)}. An answer is due within ${allowed}, by the end of ${inWordsWithWeekday(dueOn)}.`
        : `The clock stands still until the member replies. With a reply today the answer would be due ${inWords(dueIfRepliedOn(clockOf(enquiry, calendar), today))}.`}
    </p>
    ${extensions.map(
      it => html`<p class="govuk-body">
        Extended on ${inWords(it.on)} by ${counted(it.workingDays, 'working day')}, then to
        ${inWordsWithWeekday(it.dueOn)}. The member was told. Timeliness is still judged by the first date.
      </p>`,
    )}
    ${agreedDueOn && html`<p class="govuk-body">The agreed date is now ${inWordsWithWeekday(agreedDueOn)}.</p>`}
    ${round > 1 &&
    headlineDueOn &&
    html`<p class="govuk-body">
      The first answer was due ${inWords(headlineDueOn)}, and timeliness is judged by that date.
    </p>`}`
}

/** A complaint is acknowledged first; its stages count from there. */
const complaintStages = (enquiry: Enquiry, calendar: Calendar, limits: Limits): Html | false =>
  enquiry.kind === 'complaint' &&
  enquiry.round === 1 &&
  html`<p class="govuk-body">
    It is a complaint: acknowledged by ${inWords(acknowledgeBy(enquiry, { calendar, limits }))}
    ${enquiry.acknowledgedOn ? `(it was, ${inWords(enquiry.acknowledgedOn)})` : '(not yet)'}, and answered within
    ${counted(limits.complaintStageOne, 'working day')} of that. A second stage has
    ${counted(limits.complaintStageTwo, 'working day')}.
  </p>`

/** The clocks it counted by before it became of another kind: nothing is forgotten by changing the kind. */
function clocksBefore(history: readonly Recorded[]): Html | false {
  const changes = history.flatMap(({ event, on }) =>
    event.type === 'kind-changed' ? [{ ...event.before, until: on }] : [],
  )
  return (
    changes.length > 0 &&
    html`<h2 class="govuk-heading-m">Clocks before</h2>
      <ul class="govuk-list govuk-list--bullet">
        ${changes.map(
          it =>
            html`<li>
              Until ${inWords(it.until)} it was of the kind “${kindWords[it.kind].toLowerCase()}”:
              ${counted(it.limitWorkingDays, 'working day')} from
              ${inWords(it.clockFrom)}${it.dueOn ? `, due ${inWords(it.dueOn)}` : ''}.
            </li>`,
        )}
      </ul>`
  )
}

const dayCell = ({ on }: ClockDay, today: Day): Html =>
  html`${inWordsWithWeekday(on)}${on === today && html` ${statusTag({ tone: 'active', text: 'Today' })}`}`

function countedAs({ because, why }: ClockDay): Html {
  switch (because) {
    case 'due':
      return html`<strong>${why}</strong>`
    case 'paused':
      return html`${statusTag({ tone: 'waiting', text: 'Paused' })} <span class="os-quiet">${why}</span>`
    case 'not-worked':
      return html`<span class="os-quiet">Not counted: ${why}</span>`
    case 'received':
    case 'counted':
      return html`${why}`
  }
}
