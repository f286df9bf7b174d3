import { dueIfRepliedOn, howWorkedOut, type Calendar, type ClockDay } from '#clock/door.ts'
import { inWords, inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Enquiry } from '../enquiry.ts'
import { addressOf, type Opened } from '../page/open-enquiry.ts'

/** Day by day how a due date came about, for members as for officers (domain, section 3, rule 8). */
export function clockPage({ enquiry, calendar, asked }: Opened): Page {
  const { today } = asked.now
  const days = howWorkedOut(clockOf(enquiry, calendar), today)
  return {
    title: `How the date of ${enquiry.reference} was worked out`,
    back: { href: addressOf(enquiry), text: `Back to ${enquiry.reference}` },
    body: html`${inShort(enquiry, calendar, today)}
      ${workList({
        caption: 'Each day from receipt',
        columns: [{ text: 'Day' }, { text: 'Counted as' }, { text: 'Why' }],
        rows: days.map(day => row(day, today)),
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
  const { clockFrom, limitWorkingDays, dueOn, round, headlineDueOn } = enquiry
  const allowed = `${counted(limitWorkingDays, 'working day')}`
  return html`<p class="govuk-body-l">
      ${dueOn
        ? `${round > 1 ? `Round ${round} began` : 'Received'} ${inWordsWithWeekday(clockFrom)}. An answer is due within ${allowed}, by the end of ${inWordsWithWeekday(dueOn)}.`
        : `The clock stands still until the member replies. With a reply today the answer would be due ${inWords(dueIfRepliedOn(clockOf(enquiry, calendar), today))}.`}
    </p>
    ${round > 1 &&
    headlineDueOn &&
    html`<p class="govuk-body">
      The first answer was due ${inWords(headlineDueOn)}, and timeliness is judged by that date.
    </p>`}`
}

const row = (day: ClockDay, today: Day) => ({
  cells: [
    { html: html`${inWordsWithWeekday(day.on)}${day.on === today && html` <span class="os-quiet">(today)</span>`}` },
    { html: countedAs(day) },
    { text: day.why },
  ],
  ...(day.because === 'due' && { classes: 'os-list__row--soon' }),
})

function countedAs({ because, counted }: ClockDay): Html {
  switch (because) {
    case 'due':
      return statusTag({ tone: 'soon', text: `Day ${counted}: due` })
    case 'counted':
      return html`Day ${counted}`
    case 'received':
      return html`Day 0`
    case 'paused':
      return statusTag({ tone: 'waiting', text: 'Paused' })
    case 'not-worked':
      return html`<span class="os-quiet">Not counted</span>`
  }
}
