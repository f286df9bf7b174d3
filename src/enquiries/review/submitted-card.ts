import { card } from '#platform/views/components/card.ts'
import { html, type Html } from '#platform/views/html.ts'
import { asMail } from '../answer/answer-preview.ts'
import { filesOf } from '../attach/file-fields.ts'
import { questionsOf } from '../question.sql.ts'
import type { Opened } from '../page/open-enquiry.ts'
import { submittedFor } from './submitted.ts'

/** The mail that the member would get, word for word, with the files that go with it to open. */
export async function submittedCard(opened: Opened): Promise<Html | false> {
  const { tx, enquiry, names } = opened
  const [{ submission, files }, questions] = await Promise.all([submittedFor(tx, enquiry), questionsOf(tx, enquiry.id)])
  if (!submission) return false
  const asked = questions.filter(it => it.round === enquiry.round)
  const mail = await asMail({ opened, files, signedBy: names.holder ?? '' }, submission.answer, asked)
  return card({
    heading: { html: html`The email that <bdi>${names.member}</bdi> gets` },
    attributes: { id: 'preview' },
    html: html`${mail} ${files.length > 0 && html`<h3 class="govuk-heading-s govuk-!-margin-top-4">Goes with it</h3>`}
    ${filesOf(enquiry.reference, files)}`,
  })
}
