import { mayDo } from '#platform/http/viewer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { mayAct } from '../act.ts'
import { move } from '../move/move.ts'
import { addressOf, type Opened } from '../page/open-enquiry.ts'

/** Somebody declined it and said where it belongs: whoever may move it does so with one press. */
export function misplaced(opened: Opened): Html | false {
  const { enquiry, names, actor, asked } = opened
  const { rightMailboxId } = enquiry
  if (!rightMailboxId || !names.rightMailbox) return false
  const may = mayDo(asked.viewer, move.may) && mayAct(enquiry, actor, move).ok
  return insetText({
    html: html`<p class="govuk-body">
        <strong>Declined.</strong> In the view of whoever had it, it belongs to ${names.rightMailbox}. Their reason
        stands in the conversation.
      </p>
      ${may && moveForm(opened, rightMailboxId)}`,
  })
}

const moveForm = ({ enquiry, names, asked }: Opened, mailboxId: string): Html =>
  html`<form method="post" action="${addressOf(enquiry)}/move">
    ${csrfField(asked.csrf)} <input type="hidden" name="version" value="${enquiry.version}" />
    <input type="hidden" name="mailbox" value="${mailboxId}" />
    <input type="hidden" name="why" value="Declined here: it belongs there" />
    ${button({
      text: `Move it to ${names.rightMailbox}`,
      preventDoubleClick: true,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
    })}
  </form>`
