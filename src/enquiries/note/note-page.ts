import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'

export const notePage: ActPage = {
  act: 'note',
  title: 'Add an internal note',
  fields: drawing =>
    html`${reader('Only the council’s own people can read it. It is never shown or sent to the member.')}
    ${wordsField(drawing, { label: 'Your note' })}`,
  given: typed => ({ text: typed.text('text') }),
  submit: 'Add the note',
  done: 'Note added',
  keepsDraft: true,
}
