import { inWords } from '#kernel/day.ts'
import { counted, listInWords } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { select } from '#platform/views/components/select.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { table } from '#platform/views/components/table.ts'
import { tag } from '#platform/views/components/tag.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, nothing, type Html, type Piece } from '#platform/views/html.ts'
import { pageSize, type Listed, type Search } from './directory.sql.ts'
import type { Member } from './member.ts'
import type { Person } from './person.ts'
import { under } from './pieces.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'
import { labelOf, roleNames } from './roles.ts'

export type Found = { readonly found: readonly Listed[]; readonly total: number }

export function directoryPage(search: Search, { found, total }: Found, administers: boolean): Page {
  const body = html`
    ${administers && setUp} ${searchForm(search)}
    <p class="govuk-body" role="status">${counted(total, 'person', 'people')}${summary(search)}</p>
    ${found.length === 0 ? nobodyFound : listed(found)} ${pages(search, total)} ${found.length > 0 && saving(search)}
  `
  return { title: 'People', body, wide: true, current: '/people' }
}

/** The same search as a file. */
function saving(search: Search): Html {
  const to = (format: string): string => `/people/export.${format}?${queryOf(search)}`
  return html`<p class="govuk-body">
    Save this list: <a class="govuk-link" href="${to('xlsx')}" download>spreadsheet (XLSX)</a> or
    <a class="govuk-link" href="${to('csv')}" download>CSV</a>
  </p>`
}

const queryOf = ({ words, role, disabled }: Search): URLSearchParams =>
  new URLSearchParams({ q: words, role: role ?? '', ...(disabled && { disabled: 'yes' }) })

const setUp = html`
  <div class="govuk-button-group">
    ${button({ text: 'Add a person', href: '/people/new' })}
    ${button({ text: 'Import people', href: '/people/imports', classes: 'govuk-button--secondary' })}
  </div>
  <p class="govuk-body">
    Also set up: <a class="govuk-link" href="/people/wards">wards</a>,
    <a class="govuk-link" href="/people/groups">political groups</a>,
    <a class="govuk-link" href="/people/directorates">directorates</a>,
    <a class="govuk-link" href="/people/services">services</a>,
    <a class="govuk-link" href="/people/partners">partner organisations</a>, and
    <a class="govuk-link" href="/people/places">postcodes and boundaries</a>.
  </p>
`

const searchForm = ({ words, role, disabled }: Search): Html => html`
  <form method="get" action="/people" role="search">
    ${textInput({
      name: 'q',
      type: 'search',
      label: { text: 'Search people' },
      hint: { text: 'Parts of a name, address, job, phone number, ward or organisation, in any order' },
      classes: 'govuk-input--width-20',
      value: words,
    })}
    ${select({
      name: 'role',
      label: { text: 'Role' },
      value: role ?? '',
      items: [{ value: '', text: 'Any role' }, ...roleNames.map(value => ({ value, text: labelOf(value) }))],
    })}
    ${checkboxes({
      name: 'disabled',
      classes: 'govuk-checkboxes--small',
      values: disabled ? ['yes'] : [],
      items: [{ value: 'yes', text: 'Only people who can no longer sign in' }],
    })}
    ${button({ text: 'Search', classes: 'govuk-button--secondary' })}
  </form>
`

const summary = ({ words, role }: Search): string =>
  `${words && ` matching “${words}”`}${role ? ` with the role ${labelOf(role).toLowerCase()}` : ''}`

const nobodyFound = html`<p class="govuk-body">
  Nobody fits. Try fewer letters or <a class="govuk-link" href="/people">show everybody</a>.
</p>`

const listed = (found: readonly Listed[]): Html =>
  scrolling(
    table({
      caption: 'People by surname',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [{ text: 'Name' }, { text: 'Roles' }, { text: 'Where' }],
      rows: found.map(it => [
        {
          html: html`<a class="govuk-link" href="/people/${it.id}">${it.name}</a>${it.title && under(it.title)}${under(
              it.email,
            )}`,
        },
        { text: listInWords(it.roles.map(labelOf)) || 'None yet' },
        { text: it.ward ?? it.organisation ?? '' },
      ]),
    }),
  )

function pages(search: Search, total: number): Html {
  const last = Math.ceil(total / pageSize)
  if (last < 2) return nothing
  const to = (page: number): string => `/people?${queryOf(search)}&page=${page}`
  const items = Array.from({ length: last }, (_, at) => ({
    number: at + 1,
    href: to(at + 1),
    current: at + 1 === search.page,
  }))
  return pagination({
    items,
    ...(search.page > 1 && { previous: { href: to(search.page - 1) } }),
    ...(search.page < last && { next: { href: to(search.page + 1) } }),
  })
}

export type Facts = {
  readonly person: Person
  readonly member: Member | undefined
  readonly organisation: string | undefined
  readonly otherAddresses: readonly string[]
}

export function personPage(
  { person, member, organisation, otherAddresses }: Facts,
  { administers, audits, self }: { administers: boolean; audits: boolean; self: boolean },
): Page {
  const row = (key: string, value: Piece) => ({ key: { text: key }, value: { html: html`${value}` } })
  const lines = (texts: readonly string[]): Piece => texts.map((text, at) => html`${at > 0 && html`<br />`}${text}`)
  const office =
    member && `since ${inWords(member.fromOn)}${member.untilOn ? `, until ${inWords(member.untilOn)}` : ''}`
  const body = html`
    ${person.disabled && html`<p>${tag({ text: 'Can no longer sign in', classes: 'govuk-tag--grey' })}</p>`}
    ${summaryList({
      rows: [
        person.title && row('What they do', person.title),
        row('Email', html`<a class="govuk-link" href="mailto:${person.email}">${person.email}</a>`),
        otherAddresses.length > 0 && row('Also writes from', lines(otherAddresses)),
        person.phone && row('Phone', person.phone),
        row('Roles', person.roles.length > 0 ? lines(person.roles.map(labelOf)) : 'None yet'),
        member && row('Ward', member.ward),
        member && row('Political group', member.group ?? 'None'),
        office && row('Member', office),
        organisation && row('Organisation', organisation),
      ],
    })}
    ${audits &&
    html`<p class="govuk-body">
      <a class="govuk-link" href="/audit/people/${person.id}">What they did and saw, in the audit trail</a>
    </p>`}
    ${administers && acts(person, self)}
  `
  return { title: person.name, body, current: '/people', back: { href: '/people', text: 'People' } }
}

const acts = (person: Person, self: boolean): Html => html`
  <div class="govuk-button-group">
    ${button({ text: 'Change', href: `/people/${person.id}/edit`, classes: 'govuk-button--secondary' })}
    ${!self &&
    !person.disabled &&
    html`<a class="govuk-link" href="/people/${person.id}/disable">Stop them signing in</a>`}
    ${!self &&
    !person.disabled &&
    html`<a class="govuk-link" href="/people/${person.id}/reset-sign-in">Reset how they sign in</a>`}
    ${person.disabled && html`<a class="govuk-link" href="/people/${person.id}/enable">Let them sign in again</a>`}
  </div>
`

export type Disabling = { readonly csrf: string; readonly person: Person; readonly consequences: readonly string[] }

export function disablePage({ csrf, person, consequences }: Disabling): Page {
  const body = html`
    <p class="govuk-body">This follows as soon as you confirm:</p>
    <ul class="govuk-list govuk-list--bullet">
      ${consequences.map(words => html`<li>${words}</li>`)}
    </ul>
    <p class="govuk-body">Everything they did keeps their name. You can let them sign in again later.</p>
    <form method="post" action="/people/${person.id}/disable">
      ${csrfField(csrf)}
      <div class="govuk-button-group">
        ${button({
          text: `Stop ${person.name} signing in`,
          classes: 'govuk-button--warning',
          preventDoubleClick: true,
        })}
        <a class="govuk-link" href="/people/${person.id}">Go back</a>
      </div>
    </form>
  `
  return {
    title: `Stop ${person.name} signing in?`,
    body,
    current: '/people',
    back: { href: `/people/${person.id}`, text: person.name },
  }
}

export function enablePage({ csrf, person }: Omit<Disabling, 'consequences'>): Page {
  const body = html`
    <p class="govuk-body">
      They can ask for a sign-in link again and have the roles shown on their page. Sessions, tokens and links from
      before stay ended.
    </p>
    <form method="post" action="/people/${person.id}/enable">
      ${csrfField(csrf)}
      <div class="govuk-button-group">
        ${button({ text: 'Let them sign in again', preventDoubleClick: true })}
        <a class="govuk-link" href="/people/${person.id}">Go back</a>
      </div>
    </form>
  `
  return {
    title: `Let ${person.name} sign in again?`,
    body,
    current: '/people',
    back: { href: `/people/${person.id}`, text: person.name },
  }
}
