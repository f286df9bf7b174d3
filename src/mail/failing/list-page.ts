import { instantInWords } from '#kernel/day.ts'
import { counted, shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Failing } from './failing.sql.ts'

export const failingPath = '/mail/failing'

/** Where mail comes back from: whose it is, since when, why, and what to do about it. */
export const failingPage = (csrf: string, all: readonly Failing[]): Page => ({
  title: 'Failing addresses',
  current: failingPath,
  body: html`<p class="govuk-body">
      Email to these addresses comes back. Who does not hear from us believes that nothing happens, so each is worth a
      telephone call. An address leaves this list by itself as soon as somebody writes from it.
    </p>
    ${all.length === 0
      ? emptyState({ heading: { text: 'Every address works' }, text: 'No email has come back lately.' })
      : all.map(it => card(csrf, it))}`,
})

const card = (csrf: string, it: Failing): Html =>
  summaryList({
    card: { title: { html: html`<bdi>${it.name ?? it.address}</bdi>`, headingLevel: 2 } },
    rows: [
      { key: { text: 'Address' }, value: { html: html`<bdi class="os-break">${it.address}</bdi>` } },
      { key: { text: 'Since' }, value: { text: instantInWords(it.sinceAt) } },
      { key: { text: 'Why' }, value: { html: html`<bdi class="os-break">${shortened(it.reason, 300)}</bdi>` } },
      { key: { text: 'What to do' }, value: { html: html`${whatToDo(it)} ${mending(csrf, it)}` } },
    ],
  })

function whatToDo({ person, name, phone, disabled, isMember, further }: Failing): Html {
  if (!person)
    return html`Nobody here has this address. If somebody outside was asked for a part of an answer, whoever asked them
    needs another address.`
  if (disabled) return html`They have left: nothing more is sent there. Take it off this list.`
  const call = phone ? html`Telephone <bdi>${name}</bdi> on ${phone}` : html`Speak to <bdi>${name}</bdi>`
  const theirs = html`an administrator changes it on <a class="govuk-link" href="/people/${person}">their page</a>`
  if (further) return html`They only write from this address. If it is theirs no more, ${theirs}.`
  return html`${call}${isMember && ', and tell them what they have missed'}. If the address is wrong, ${theirs}; if
  their mailbox was full or broken, mark it as mended when it works again.`
}

const mending = (csrf: string, { address, lost, disabled }: Failing): Html => {
  const again = lost > 0 && !disabled
  return html`<form method="post" action="${failingPath}">
    ${csrfField(csrf)}<input type="hidden" name="address" value="${address}" />
    <div class="govuk-button-group govuk-!-margin-top-3 govuk-!-margin-bottom-0">
      ${again &&
      button({
        text: `Mended: send ${counted(lost, 'email')} again`,
        name: 'again',
        value: 'yes',
        preventDoubleClick: true,
      })}
      ${button({
        html: html`${again ? 'Mended: send nothing again' : disabled ? 'Take off the list' : 'Mark as mended'}<span
            class="govuk-visually-hidden"
          >
            (${address})</span
          >`,
        classes: 'govuk-button--secondary',
        preventDoubleClick: true,
      })}
    </div>
  </form>`
}
