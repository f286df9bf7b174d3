import { namedPeople } from '#mailboxes/door.ts'
import { spokenDate } from '#platform/views/components/spoken-date.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { answerPage, composer } from '../answer/answer-page.ts'
import { messagesOf } from '../message.sql.ts'
import type { ActPage } from '../page/act-page.ts'
import type { Opened } from '../page/open-enquiry.ts'

/** The same composer, and the same draft, as for an answer that is sent at once. */
export const submitPage: ActPage = {
  ...answerPage,
  act: 'submit',
  title: 'Submit the answer for review',
  draftAs: 'answer',
  fields: async drawing =>
    html`${await returned(drawing.opened)} ${await nobodyThere(drawing.opened)}
    ${await composer(drawing, 'A second person reads it and sends it. The clock runs until they do.')}`,
  submit: 'Submit for review',
  done: 'Submitted for review',
}

/** Better known before than waited for: an answer that nobody can read today. */
async function nobodyThere({ tx, enquiry, asked, names }: Opened): Promise<Html | false> {
  const named = enquiry.mailboxId ? await namedPeople(tx, enquiry.mailboxId, asked.now.today) : []
  if (named.some(it => it.personId !== asked.viewer.person && !it.absent)) return false
  const who = enquiry.restricted
    ? 'Ask for a second person to be named in it.'
    : 'Member services can read it and send it.'
  return insetText({
    html: html`<strong>Nobody else in ${names.mailbox ?? 'a mailbox'} is there to read it today.</strong> ${who}`,
  })
}

/** What the second person said, while their note is the last word on this round’s answer. */
async function returned({ tx, enquiry }: Opened): Promise<Html | false> {
  const said = (await messagesOf(tx, enquiry.id)).filter(it => it.round === enquiry.round)
  const note = said.findLast(it => it.kind === 'return' || it.kind === 'answer')
  if (note?.kind !== 'return' || !note.words) return false
  return insetText({
    html: html`<p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
        <bdi>${note.fromName}</bdi> returned it, ${spokenDate(note.at, 'datetime')}
      </p>
      <p class="govuk-body os-plain-text" dir="auto">${note.words}</p>`,
  })
}
