import { html } from '#platform/views/html.ts'
import type { ActPage } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'
import { line } from '../reroute/reroute-page.ts'

export const transferPage: ActPage = {
  act: 'transfer',
  title: 'Transferred and accepted elsewhere',
  fields: drawing =>
    html`${reader(`${drawing.opened.names.member} is told who has taken it over. This enquiry closes.`)}
      <p class="govuk-body">Only when somebody has agreed to take it over: their name stands in the letter.</p>
      ${line(drawing, 'who', 'Who accepted it?')} ${line(drawing, 'organisation', 'Where do they work?')}
      ${line(drawing, 'theirReference', 'Their reference (optional)')}
      ${wordsField(drawing, { label: 'What the member is told', hint: 'What they will do, and by when', rows: 5 })}`,
  given: typed => ({
    who: typed.text('who'),
    organisation: typed.text('organisation'),
    theirReference: typed.text('theirReference'),
    text: typed.text('text'),
  }),
  submit: 'Close and tell the member',
  done: 'Transferred and closed',
  keepsDraft: true,
}
