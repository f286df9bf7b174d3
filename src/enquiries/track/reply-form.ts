import type { Refusal } from '#kernel/result.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor } from '#platform/views/components/form.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { TextWarning } from '#mailboxes/door.ts'
import { askedOnce } from '../sensitive/asked-once.ts'
import { filesField } from '../attach/file-fields.ts'
import { replyDraft, trackAddress, type Tracked } from './track.ts'

type Shown = {
  readonly label: string
  readonly button: string
  readonly typed?: string
  readonly refusal?: Refusal
  readonly warning?: TextWarning
}

/** A message to whoever has the enquiry; kept while it is written. */
export const replyForm = (
  { enquiry, asked, draft }: Tracked,
  { label, button: words, typed, refusal, warning }: Shown,
): Html => html`
  <form
    class="os-no-print"
    method="post"
    action="${trackAddress(enquiry)}/reply"
    enctype="multipart/form-data"
    data-draft-url="/enquiries/drafts/${replyDraft(enquiry.reference)}"
    novalidate
  >
    ${csrfField(asked.csrf)} <input type="hidden" name="version" value="${enquiry.version}" />
    ${askedOnce(warning)}
    ${textarea({
      name: 'text',
      label: { text: label },
      rows: 5,
      value: typed ?? draft,
      errorMessage: errorFor(refusal, 'text'),
    })}
    ${filesField(refusal)} ${button({ text: words, preventDoubleClick: true, classes: 'govuk-!-margin-bottom-2' })}
    <p class="os-draft-status" data-draft-status role="status"></p>
  </form>
`
