import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { radios } from '#platform/views/components/radios.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Choice } from '../registers.ts'
import type { SavedView } from './saved-view.sql.ts'

export type Saving = {
  /** the view that is changed; none: a new one */
  readonly view?: SavedView | undefined
  readonly address: string
  /** what is saved, in words */
  readonly which: string
  /** the mailboxes it may be shared with */
  readonly mailboxes: readonly Choice[]
  readonly typed: Form
  readonly csrf: string
  readonly refusal?: Refusal | undefined
}

/** A name for the list as it is narrowed and sorted now, and who may use it. */
export const savePage = (it: Saving): Page => ({
  title: it.view ? `Change “${it.view.name}”` : 'Save this view',
  back: { href: it.view ? '/enquiries/views' : `/enquiries?${it.address}`, text: 'Back' },
  body: html`${errorSummaryFor(it.refusal)}
    <p class="govuk-body">It shows: ${it.which}.</p>
    <form method="post" action="/enquiries/views${it.view && `/${it.view.id}`}" novalidate>
      ${csrfField(it.csrf)} <input type="hidden" name="address" value="${it.address}" />
      ${textInput({
        name: 'name',
        label: { text: 'Name' },
        hint: { text: 'As short as “Streets, new”' },
        value: it.typed.text('name') || it.view?.name,
        errorMessage: errorFor(it.refusal, 'name'),
        classes: 'govuk-input--width-20',
      })}
      ${it.mailboxes.length > 0 && sharing(it)} ${button({ text: 'Save', preventDoubleClick: true })}
    </form>`,
})

const sharing = (it: Saving): Html =>
  radios({
    name: 'mailbox',
    value: it.typed.text('mailbox') || (it.view?.mailboxId ?? 'me'),
    errorMessage: errorFor(it.refusal, 'mailbox'),
    fieldset: { legend: { text: 'Who may use it?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Everybody sees of it only the enquiries that they may see' },
    items: [
      { value: 'me', text: 'Only me' },
      ...it.mailboxes.map(({ value, text }) => ({ value, text: `The people of ${text}` })),
    ],
  })

export type Views = {
  readonly views: readonly SavedView[]
  readonly beginsWith: string | null
  readonly csrf: string
}

/** The saved views to look after: rename, share, begin with, delete and take back. */
export function viewsPage({ views, beginsWith, csrf }: Views): Page {
  const [kept, deleted] = [views.filter(it => !it.deletedAt), views.filter(it => it.deletedAt && it.theirs)]
  return {
    title: 'Saved views',
    current: '/enquiries',
    back: { href: '/enquiries?view=all', text: 'Back to the work list' },
    body: html`${kept.length === 0 && noneYet}
      <ul class="os-saved-list">
        ${kept.map(it => line(it, it.address === beginsWith, csrf))}
      </ul>
      ${beginsWith !== null && forget(csrf)} ${deleted.length > 0 && graveyard(deleted, csrf)}`,
  }
}

const noneYet = emptyState({
  heading: { text: 'No saved views yet' },
  text: 'Narrow the work list, sort it, and press “Save this view”. It then stands above the list with its count.',
})

const line = (it: SavedView, isFirst: boolean, csrf: string): Html =>
  html`<li>
    <div>
      <a class="govuk-link" href="/enquiries?${it.address}">${it.name}</a>
      <span class="os-quiet">
        ${it.mailboxName
          ? `Shared with the people of ${it.mailboxName} by ${it.personName}`
          : 'Only for you'}${isFirst && html` · <strong>your work list begins with it</strong>`}
      </span>
    </div>
    <div class="os-saved-list__acts">
      ${!isFirst && act(`/enquiries/views/${it.id}/begin`, 'Begin with it', it.name, csrf)}
      ${it.theirs &&
      html`<a class="govuk-link" href="/enquiries/views/${it.id}"
          >Change<span class="govuk-visually-hidden"> ${it.name}</span></a
        >
        ${act(`/enquiries/views/${it.id}/delete`, 'Delete', it.name, csrf)}`}
    </div>
  </li>`

const act = (action: string, text: string, name: string, csrf: string): Html =>
  html`<form method="post" action="${action}">
    ${csrfField(csrf)}<button class="os-link-button">${text}<span class="govuk-visually-hidden"> ${name}</span></button>
  </form>`

const forget = (csrf: string): Html =>
  html`<form method="post" action="/enquiries/views/begin-as-usual">
    ${csrfField(csrf)} ${button({ text: 'Begin with the usual view again', classes: 'govuk-button--secondary' })}
  </form>`

const graveyard = (deleted: readonly SavedView[], csrf: string): Html =>
  html`<h2 class="govuk-heading-m">Deleted in the last 30 days</h2>
    <ul class="os-saved-list">
      ${deleted.map(
        it => html`<li>
          <span>${it.name}</span> ${act(`/enquiries/views/${it.id}/restore`, 'Take back', it.name, csrf)}
        </li>`,
      )}
    </ul>`
