import { instantInWords, type Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { radios } from '#platform/views/components/radios.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { table, type TableCell } from '#platform/views/components/table.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, nothing, type Html, type Piece } from '#platform/views/html.ts'
import type { ApiToken } from './api-token.sql.ts'
import type { Delegation } from './delegation.sql.ts'
import type { Member } from './member.ts'
import type { Person } from './person.ts'
import { labelOf } from './roles.ts'
import type { Session } from './session.sql.ts'
import { dayInput, periodInWords, under } from './pieces.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'

export type Profile = {
  readonly person: Person
  readonly member: Member | undefined
  readonly organisation: string | undefined
  readonly otherAddresses: readonly string[]
  readonly sessions: readonly Session[]
  readonly thisSession: string | undefined
  readonly tokens: readonly ApiToken[]
  readonly delegations: readonly Delegation[]
  readonly mayDelegate: boolean
  readonly today: Day
}

/** The forms of the page share it, so that a refused one comes back with what was typed. */
export type ProfileForm = { readonly csrf: string; readonly form: Form; readonly refusal?: Refusal }

export function profilePage(it: Profile, shown: ProfileForm): Page {
  const ids = { fromOn: 'fromOn-day', untilOn: 'untilOn-day' }
  const body = html`
    ${errorSummaryFor(shown.refusal, ids)} ${details(it)} ${given(it, shown)} ${received(it)} ${devices(it, shown.csrf)}
    ${tokens(it, shown)}
  `
  return { title: 'Your profile', body, current: '/people/me', invalid: Boolean(shown.refusal) }
}

export function newTokenPage(name: string, secret: string): Page {
  const body = html`
    <p class="govuk-body">This is the token “${name}”. Copy it now: it is not shown again.</p>
    ${insetText({ html: html`<code id="token">${secret}</code>` })}
    <p class="govuk-body">
      Whoever has it sees and does through the API what you may see and do. Revoke it when it is no longer needed.
    </p>
    ${button({ text: 'Back to your profile', href: '/people/me' })}
  `
  return { title: 'Your new API token', body, current: '/people/me' }
}

function details({ person, member, organisation, otherAddresses }: Profile): Html {
  const row = (key: string, value: Piece) => ({ key: { text: key }, value: { html: html`${value}` } })
  const roles = person.roles.map(labelOf)
  return html`
    ${summaryList({
      rows: [
        row('Name', person.name),
        person.title && row('What you do', person.title),
        row('Email', person.email),
        otherAddresses.length > 0 && row('You also write from', lines(otherAddresses)),
        person.phone && row('Phone', person.phone),
        row('Roles', roles.length > 0 ? lines(roles) : 'None yet'),
        member && row('Ward', member.ward),
        member?.group && row('Political group', member.group),
        organisation && row('Organisation', organisation),
      ],
    })}
    <p class="govuk-body">Something wrong here? Your administrator can change it.</p>
    <p class="govuk-body">
      <a class="govuk-link" href="/people/me/addresses">Addresses you write from</a>: add another one
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/people/me/sign-in">How you sign in</a>: passkeys, password and codes <br /><a
        class="govuk-link"
        href="/people/me/notices"
        >Notices</a
      >: what we email you, and when
    </p>
  `
}

const lines = (texts: readonly string[]): Piece => texts.map((text, at) => html`${at > 0 && html`<br />`}${text}`)

function given(it: Profile, shown: ProfileForm): Html {
  if (!it.mayDelegate) return nothing
  const mine = it.delegations.filter(delegation => delegation.memberId === it.person.id)
  return html`
    <h2 class="govuk-heading-m" id="delegation">Who acts for you</h2>
    ${mine.length === 0
      ? html`<p class="govuk-body">
          Nobody yet. Somebody you add here sees your enquiries and, if you wish, raises and follows them in your name.
        </p>`
      : listed(
          ['Name', 'Take back'],
          mine.map(one => [
            { html: html`${one.assistant}${under(one.assistantEmail)}${under(when(one, it.today))}` },
            {
              html: oneButton(
                shown.csrf,
                `/people/me/delegations/${one.id}/revoke`,
                'Take back now',
                `from ${one.assistant}`,
              ),
            },
          ]),
        )}
    ${delegateForm(shown)}
  `
}

const when = (it: Delegation, today: Day): string =>
  `${it.level === 'follow' ? 'only follows, ' : ''}${it.fromOn > today ? 'not yet: ' : ''}${periodInWords(it.fromOn, it.untilOn)}`

const delegateForm = ({ csrf, form, refusal }: ProfileForm): Html => html`
  <form method="post" action="/people/me/delegations" novalidate>
    ${csrfField(csrf)}
    <h3 class="govuk-heading-s">Let somebody act for you</h3>
    ${textInput({
      name: 'assistant',
      type: 'email',
      label: { text: 'Their email address' },
      hint: {
        text: 'A member’s assistant or another member. Ask your administrator to add them first if they are new',
      },
      autocomplete: 'off',
      spellcheck: false,
      value: form.text('assistant'),
      errorMessage: errorFor(refusal, 'assistant'),
    })}
    ${radios({
      name: 'level',
      fieldset: { legend: { text: 'What may they do?', classes: 'govuk-fieldset__legend--s' } },
      items: [
        {
          value: 'act',
          text: 'Act in my name',
          hint: { text: 'Raise, reply, chase, and say whether an answer helps' },
        },
        { value: 'follow', text: 'Only follow', hint: { text: 'See my enquiries and do nothing' } },
      ],
      value: form.text('level') || 'act',
    })}
    ${dayInput({ name: 'fromOn', legend: 'From', hint: 'Leave empty for today', form, refusal })}
    ${dayInput({
      name: 'untilOn',
      legend: 'The last day',
      hint: 'Leave empty if it should hold until you take it back',
      form,
      refusal,
    })}
    ${button({ text: 'Let them act for me', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>
`

function received({ delegations, person, today }: Profile): Html {
  const theirs = delegations.filter(delegation => delegation.assistantId === person.id)
  if (theirs.length === 0 && !person.roles.includes('assistant')) return nothing
  return html`
    <h2 class="govuk-heading-m">Whom you act for</h2>
    ${theirs.length === 0
      ? html`<p class="govuk-body">Nobody yet. A member can let you act for them on their own profile page.</p>`
      : html`<ul class="govuk-list govuk-list--bullet">
          ${theirs.map(one => html`<li>${one.member}, ${when(one, today)}</li>`)}
        </ul>`}
  `
}

function devices({ sessions, thisSession }: Profile, csrf: string): Html {
  const rows = sessions.map(one => {
    const here = one.id === thisSession
    const since = `${here ? 'This device, since' : 'Since'} ${instantInWords(one.startedAt)}`
    return [
      { html: html`${one.device}${under(since)}${under(`Last used ${instantInWords(one.lastSeenAt)}`)}` },
      {
        html: oneButton(
          csrf,
          `/people/me/sessions/${one.id}/end`,
          'Sign out',
          `of ${here ? 'this device' : one.device}`,
        ),
      },
    ]
  })
  return html`
    <h2 class="govuk-heading-m" id="sessions">Where you are signed in</h2>
    ${rows.length === 0 ? html`<p class="govuk-body">On no device.</p>` : listed(['Device', 'Sign out'], rows)}
    <form method="post" action="/people/me/sessions/end">
      ${csrfField(csrf)} ${button({ text: 'Sign out everywhere', classes: 'govuk-button--warning' })}
    </form>
  `
}

function tokens({ tokens }: Profile, { csrf, form, refusal }: ProfileForm): Html {
  const rows = tokens.map(one => [
    {
      html: html`${one.name}${under(`Made ${instantInWords(one.createdAt)}`)}${under(
        one.lastUsedAt ? `Last used ${instantInWords(one.lastUsedAt)}` : 'Never used',
      )}`,
    },
    { html: oneButton(csrf, `/people/me/tokens/${one.id}/revoke`, 'Revoke', one.name) },
  ])
  return html`
    <h2 class="govuk-heading-m" id="tokens">Tokens for the API</h2>
    ${rows.length === 0
      ? html`<p class="govuk-body">You have none. A token lets a program of yours do what you may do, in your name.</p>`
      : listed(['Name', 'Revoke'], rows)}
    <form method="post" action="/people/me/tokens" novalidate>
      ${csrfField(csrf)}
      ${textInput({
        name: 'tokenName',
        label: { text: 'What the new token is for' },
        classes: 'govuk-input--width-20',
        value: form.text('tokenName'),
        errorMessage: errorFor(refusal, 'tokenName'),
      })}
      ${button({ text: 'Make a token', classes: 'govuk-button--secondary', preventDoubleClick: true })}
    </form>
  `
}

/** A table whose last column holds what can be done; its heading is for those who hear the page. */
function listed(heads: readonly string[], rows: readonly (readonly TableCell[])[]): Html {
  const head = heads.map((text, at) => (at === heads.length - 1 ? { html: hidden(text) } : { text }))
  return scrolling(table({ head, rows, firstCellIsHeader: true }))
}

const hidden = (text: string): Html => html`<span class="govuk-visually-hidden">${text}</span>`

const oneButton = (csrf: string, action: string, text: string, of: string): Html => html`
  <form method="post" action="${action}">
    ${csrfField(csrf)}
    ${button({ html: html`${text}${hidden(` ${of}`)}`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
  </form>
`
