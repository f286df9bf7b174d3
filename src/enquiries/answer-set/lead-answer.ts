import type { FormFields, Form } from '#platform/http/form.ts'
import type { Tx } from '#platform/db/database.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { enquiryById } from '../enquiry.sql.ts'
import type { Enquiry } from '../enquiry.ts'
import { messagesOf, type Message } from '../message.sql.ts'
import { addressOf, type Opened } from '../page/open-enquiry.ts'

/** The newest answer given at the lead of the set, where the viewer sees it; undefined for the lead itself. */
export async function answerOfLead(tx: Tx, { id, setLeadId }: Enquiry): Promise<LeadAnswer | undefined> {
  if (setLeadId === null || setLeadId === id) return undefined
  const lead = await enquiryById(tx, setLeadId)
  const message = lead && (await newestAnswer(tx, lead.id))
  return message && { lead, message }
}

export type LeadAnswer = { readonly lead: Enquiry; readonly message: Message }

/** What was answered last, in writing. */
export const newestAnswer = async (tx: Tx, enquiryId: string): Promise<Message | undefined> =>
  (await messagesOf(tx, enquiryId)).findLast(it => it.kind === 'answer')

const asked = 'copy'

/** With `?copy=lead` the answer of the lead goes below what was drafted. */
export async function leadsWordsBelow({ tx, enquiry }: Opened, typed: Form): Promise<FormFields> {
  const found = typed.text(asked) === 'lead' ? await answerOfLead(tx, enquiry) : undefined
  if (!found) return {}
  const { words, mayShare } = found.message
  const text = typed.text('text')
  return {
    text: text === '' || text === words ? words : `${text}\n\n${words}`,
    mayShare: typed.text('mayShare') || (mayShare === null ? '' : mayShare ? 'yes' : 'no'),
  }
}

/** A link that works without JavaScript: the form again, with the words in it. */
export const copyOffer = (enquiry: Enquiry, { lead }: LeadAnswer): Html =>
  insetText({
    html: html`<p class="govuk-body govuk-!-margin-bottom-1">
        <a class="govuk-link" href="${addressOf(lead)}">${lead.reference}</a> leads the set this is in and has been
        answered. <a class="govuk-link" href="${addressOf(enquiry)}/answer?${asked}=lead">Copy its answer</a>
      </p>
      <p class="govuk-body">
        Take out anything that tells who else asked: this member does not know that others did.
      </p>`,
  })
