import type { Refusal } from '#kernel/result.ts'
import { counted } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { select } from '#platform/views/components/select.ts'
import { table } from '#platform/views/components/table.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Directorate } from './council.ts'
import type { Kind, Part } from './council-kinds.ts'
import type { Person } from './person.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export function partsPage(kind: Kind, parts: readonly Part[]): Page {
  const body = html`
    <p class="govuk-body">${kind.about}</p>
    ${button({ text: `Add a ${kind.one}`, href: `/people/${kind.path}/new` })}
    ${parts.length === 0 ? html`<p class="govuk-body">There are no ${kind.many} yet.</p>` : listed(kind, parts)}
  `
  return { title: capital(kind.many), body, current: '/people', back: { href: '/people', text: 'People' } }
}

function listed(kind: Kind, parts: readonly Part[]): Html {
  const further = (part: Part): string[] => [
    ...(kind.inDirectorate ? [part.directorate ?? ''] : []),
    ...(kind.head ? [part.head ?? 'Nobody named'] : []),
  ]
  return scrolling(
    table({
      caption: counted(parts.length, kind.one, kind.many),
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: ['Name', ...(kind.inDirectorate ? ['Directorate'] : []), ...(kind.head ? [kind.head.label] : [])].map(
        text => ({ text }),
      ),
      rows: parts.map(part => [
        { html: html`<a class="govuk-link" href="/people/${kind.path}/${part.id}">${part.name}</a>` },
        ...further(part).map(text => ({ text })),
      ]),
    }),
  )
}

export type PartForm = {
  readonly csrf: string
  readonly form: Form
  readonly kind: Kind
  readonly people: readonly Person[]
  readonly directorates: readonly Directorate[]
  readonly refusal?: Refusal
  readonly known?: Part
}

export function partFormPage({ csrf, form, kind, people, directorates, refusal, known }: PartForm): Page {
  const back = `/people/${kind.path}`
  const body = html`
    ${errorSummaryFor(refusal)}
    <form method="post" action="${back}/${known?.id ?? 'new'}" novalidate>
      ${csrfField(csrf)}
      ${textInput({
        name: 'name',
        label: { text: 'Name' },
        value: form.text('name'),
        errorMessage: errorFor(refusal, 'name'),
      })}
      ${kind.inDirectorate &&
      select({
        name: 'directorateId',
        label: { text: 'Directorate' },
        items: [
          { value: '', text: 'Select a directorate' },
          ...directorates.map(it => ({ value: it.id, text: it.name })),
        ],
        value: form.text('directorateId'),
        errorMessage: errorFor(refusal, 'directorateId'),
      })}
      ${kind.head &&
      select({
        name: 'headId',
        label: { text: kind.head.label },
        hint: { text: 'They get the role that comes with it. Add them as a person first if they are new' },
        items: [
          { value: '', text: 'Nobody yet' },
          ...people.map(it => ({ value: it.id, text: it.title ? `${it.name}, ${it.title}` : it.name })),
        ],
        value: form.text('headId'),
        errorMessage: errorFor(refusal, 'headId'),
      })}
      <div class="govuk-button-group">
        ${button({ text: known ? 'Save changes' : `Add this ${kind.one}`, preventDoubleClick: true })}
        <a class="govuk-link" href="${back}">Cancel</a>
      </div>
    </form>
  `
  const title = known ? `Change ${known.name}` : `Add a ${kind.one}`
  return { title, body, current: '/people', back: { href: back, text: capital(kind.many) } }
}
