import { addWorkingDays } from '#clock/door.ts'
import { inWordsWithWeekday } from '#kernel/day.ts'
import { html } from '#platform/views/html.ts'
import { toldDueOn } from '../enquiry.ts'
import { typedDate, type ActPage } from '../page/act-page.ts'
import { dateBoxes, dateField, reader, wordsField } from '../page/fields.ts'

export const extendPage: ActPage = {
  act: 'extend',
  title: 'Extend the time',
  usual: ({ enquiry, calendar }) => dateBoxes('newDueOn', addWorkingDays(calendar, toldDueOn(enquiry)!, 5)),
  fields: drawing => {
    const { enquiry, names } = drawing.opened
    return html`${reader(`${names.member} gets the new date and your reason by email today.`)}
      <p class="govuk-body">
        ${enquiry.agreedDueOn ? 'After the first extension the answer' : 'The answer'} is due
        ${inWordsWithWeekday(toldDueOn(enquiry)!)}. That date stays on record, and timeliness is judged by the first
        one.
      </p>
      ${dateField(drawing, { name: 'newDueOn', legend: 'By when will you answer?', hint: 'A working day' })}
      ${wordsField(drawing, {
        label: 'Why does the answer need longer?',
        hint: 'What has been done, what is missing, and why it could not be had sooner',
        rows: 5,
      })}`
  },
  given: typed => ({ newDueOn: typedDate(typed, 'newDueOn') ?? '', text: typed.text('text') }),
  dates: ['newDueOn'],
  submit: 'Tell the member the new date',
  done: 'Extended',
  keepsDraft: true,
}
