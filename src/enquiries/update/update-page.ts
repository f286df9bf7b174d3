import { addWorkingDays } from '#clock/door.ts'
import { html } from '#platform/views/html.ts'
import { typedDate, type ActPage } from '../page/act-page.ts'
import { dateBoxes, dateField, reader, wordsField } from '../page/fields.ts'

export const updatePage: ActPage = {
  act: 'update',
  title: 'Tell the member how it stands',
  usual: ({ calendar, asked }) => dateBoxes('nextUpdateOn', addWorkingDays(calendar, asked.now.today, 5)),
  fields: drawing =>
    html`${reader(`${drawing.opened.names.member} gets this by email. It is not the answer: the clock keeps running.`)}
    ${wordsField(drawing, { label: 'What the member should know', hint: 'What has been done, what happens next' })}
    ${dateField(drawing, { name: 'nextUpdateOn', legend: 'When will they hear from you next?' })}`,
  given: typed => ({ text: typed.text('text'), nextUpdateOn: typedDate(typed, 'nextUpdateOn') ?? '' }),
  dates: ['nextUpdateOn'],
  submit: 'Send the update',
  done: 'Update sent',
  keepsDraft: true,
  takesCanned: true,
}
