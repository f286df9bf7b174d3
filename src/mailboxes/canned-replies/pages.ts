import { instantInWords } from '#kernel/day.ts'
import { shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import { csrfField, errorFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { tag } from '#platform/views/components/tag.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, type Html } from '#platform/views/html.ts'
import { fieldsOf, wholeForm, type Filled } from '../fields.ts'
import type { Mailbox } from '../mailbox.ts'
import { cannedFields, type CannedReply } from './canned-reply.ts'
import type { CannedVersion } from './canned-reply.sql.ts'

export const addressOfReplies = ({ key }: Mailbox): string => `/mailboxes/${key}/replies`

/** What a mailbox has ready to say. */
export const listPage = (mailbox: Mailbox, replies: readonly CannedReply[], keeps: boolean): Page => ({
  title: `Canned replies of ${mailbox.name}`,
  current: '/mailboxes',
  back: { href: `/mailboxes/${mailbox.key}`, text: mailbox.name },
  body: html`<p class="govuk-body-l">
      Words that are used again and again. Whoever writes to a member can insert them; the fields are filled in then.
    </p>
    ${replies.length === 0 && insetText({ text: 'There are none yet.' })}
    <ul class="govuk-list os-rows">
      ${replies.map(it => row(mailbox, it))}
    </ul>
    ${keeps && button({ text: 'Add a canned reply', href: `${addressOfReplies(mailbox)}/add` })}`,
})

const row = (mailbox: Mailbox, it: CannedReply): Html =>
  html`<li class="govuk-!-margin-bottom-4">
    <a class="govuk-link govuk-!-font-weight-bold" href="${addressOfReplies(mailbox)}/${it.id}">${it.name}</a>
    ${it.retiredAt && tag({ text: 'No longer offered', classes: 'govuk-tag--grey' })}<br />
    <span class="os-quiet">${shortened(it.words.replace(/\s+/g, ' '), 140)}</span>
  </li>`

type Shown = { readonly names: ReadonlyMap<string, string>; readonly keeps: boolean }

/** One canned reply, who may change it, and what it said before. */
export const onePage = (
  asked: Asked,
  mailbox: Mailbox,
  reply: CannedReply,
  versions: readonly CannedVersion[],
  { names, keeps }: Shown,
): Page => ({
  title: reply.name,
  current: '/mailboxes',
  back: { href: addressOfReplies(mailbox), text: `Canned replies of ${mailbox.name}` },
  body: html`${reply.retiredAt &&
    insetText({ text: `Offered no more since ${instantInWords(reply.retiredAt)}. Answers made with it stay.` })}
    <div class="os-card"><p class="govuk-body os-plain-text" dir="auto">${reply.words}</p></div>
    ${keeps && actions(asked, mailbox, reply)}
    <h2 class="govuk-heading-m">Changes</h2>
    ${versions.map((it, at) => version(it, names, at === 0))}`,
})

const actions = (asked: Asked, mailbox: Mailbox, { id, retiredAt }: CannedReply): Html =>
  html`<div class="govuk-button-group">
    ${button({ text: 'Change it', href: `${addressOfReplies(mailbox)}/${id}/edit` })}
    <form method="post" action="${addressOfReplies(mailbox)}/${id}/${retiredAt ? 'offer' : 'retire'}">
      ${csrfField(asked.csrf)}
      ${button({
        text: retiredAt ? 'Offer it again' : 'Offer it no more',
        classes: 'govuk-button--secondary',
        preventDoubleClick: true,
      })}
    </form>
  </div>`

function version({ version, name, words, changedAt, changedBy }: CannedVersion, names: Shown['names'], now: boolean) {
  const who = changedBy ? (names.get(changedBy) ?? 'somebody who has left') : 'One Stop'
  return html`<p class="govuk-body govuk-!-margin-bottom-1">
      Version ${version}, ${instantInWords(changedAt)}, <bdi>${who}</bdi>${now && ' (now)'}
    </p>
    ${!now &&
    details({
      summaryText: `What version ${version} said`,
      html: html`<p class="govuk-body"><strong>${name}</strong></p>
        <p class="govuk-body os-plain-text" dir="auto">${words}</p>`,
    })}`
}

/** The form of a new one, or of one that is changed. */
export const editPage = (asked: Asked, mailbox: Mailbox, filled: Filled, reply?: CannedReply): Page => ({
  title: reply ? `Change ${reply.name}` : 'Add a canned reply',
  current: '/mailboxes',
  back: { href: reply ? `${addressOfReplies(mailbox)}/${reply.id}` : addressOfReplies(mailbox) },
  body: wholeForm(
    {
      asked,
      action: `${addressOfReplies(mailbox)}/${reply ? `${reply.id}/edit` : 'add'}`,
      send: reply ? 'Save changes' : 'Add canned reply',
      ...filled,
    },
    fields(filled),
  ),
})

function fields(filled: Filled): Html {
  const { line } = fieldsOf(filled)
  return html`<input type="hidden" name="version" value="${filled.form.text('version')}" /> ${line(
      'name',
      'Name',
      'By which colleagues find it. For example, Lamp reported to the contractor',
    )}
    ${textarea({
      name: 'words',
      label: { text: 'What it says' },
      hint: { text: 'Fields in curly brackets are filled in when somebody inserts it' },
      rows: 12,
      value: filled.form.text('words'),
      errorMessage: errorFor(filled.refusal, 'words'),
      attributes: { dir: 'auto' },
    })}
    ${details({
      summaryText: 'Fields you can use',
      html: html`<ul class="govuk-list govuk-list--bullet">
        ${Object.entries(cannedFields).map(([field, means]) => html`<li><strong>{${field}}</strong>: ${means}</li>`)}
      </ul>`,
    })}`
}
