import { dateBoxes, dateField } from '../page/fields.ts'
import { typedDate, type ActPage } from '../page/act-page.ts'
import { html } from '#platform/views/html.ts'
import { usualNextUpdate } from './take.ts'

export const takePage: ActPage = {
  act: 'take',
  title: 'Take this enquiry',
  usual: ({ enquiry, calendar, asked }) =>
    dateBoxes('nextUpdateOn', usualNextUpdate(enquiry, { calendar, today: asked.now.today })),
  fields: drawing =>
    html`<p class="govuk-body">
        You become its named handler. ${drawing.opened.names.member} is told your name and when they will hear from you
        next.
      </p>
      ${dateField(drawing, {
        name: 'nextUpdateOn',
        legend: 'When will the member hear from you next?',
        hint: 'The answer itself counts. You can change the date later',
      })}`,
  given: typed => ({ nextUpdateOn: typedDate(typed, 'nextUpdateOn') }),
  dates: ['nextUpdateOn'],
  submit: 'Take it',
  done: 'You have taken it',
}
