import { html } from '#platform/views/html.ts'
import { openPromises } from '../keep-promise/keep-promise-page.ts'
import { typedDate, type ActPage } from '../page/act-page.ts'
import { dateField, reader, wordsField } from '../page/fields.ts'

export const breakPromisePage: ActPage = {
  act: 'break-promise',
  title: 'A promise cannot be kept in time',
  fields: async drawing =>
    html`${reader(`${drawing.opened.names.member} gets your reason and the new date by email.`)}
    ${await openPromises(drawing, 'Which promise cannot be kept in time?')}
    ${dateField(drawing, { name: 'newDueOn', legend: 'By when will it happen?' })}
    ${wordsField(drawing, { label: 'Why can it not be kept?', hint: 'Say what has happened, and sorry', rows: 5 })}`,
  given: typed => ({
    promise: typed.text('promise'),
    newDueOn: typedDate(typed, 'newDueOn') ?? '',
    text: typed.text('text'),
  }),
  dates: ['newDueOn'],
  submit: 'Tell the member the new date',
  done: 'The member was told',
  keepsDraft: true,
}
