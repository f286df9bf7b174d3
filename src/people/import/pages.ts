import { instantInWords } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { counted, listInWords } from '#kernel/text.ts'
import type { WrongLine } from '#platform/csv.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { details } from '#platform/views/components/details.ts'
import { fileUpload } from '#platform/views/components/file-upload.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { radios } from '#platform/views/components/radios.ts'
import { table } from '#platform/views/components/table.ts'
import { warningText } from '#platform/views/components/warning-text.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { under } from '../pieces.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'
import { labelOf } from '../roles.ts'
import type { DoneChange, Import } from './import.sql.ts'
import type { Change, Plan } from './plan.ts'
import { columnsOf, officerRoles, type ImportKind } from './rows.ts'
import { changeInWords, differing } from './state.ts'

const current = '/people'
const kindWords: Record<ImportKind, string> = { members: 'Members', officers: 'Officers' }

type Choosing = {
  readonly csrf: string
  readonly form: Form
  readonly done: readonly Import[]
  readonly refusal?: Refusal
}

export function importsPage({ csrf, form, done, refusal }: Choosing): Page {
  const body = html`
    ${errorSummaryFor(refusal)}
    <p class="govuk-body">
      First you see what the file would do. Nothing is changed until you say so, and it can be undone.
    </p>
    <form method="post" action="/people/imports" enctype="multipart/form-data" novalidate>
      ${csrfField(csrf)}
      ${radios({
        name: 'kind',
        fieldset: { legend: { text: 'What is in the file?', classes: 'govuk-fieldset__legend--s' } },
        items: [
          { value: 'members', text: 'Members', hint: { text: 'With their wards, groups and terms' } },
          { value: 'officers', text: 'Officers', hint: { text: 'With their roles' } },
        ],
        value: form.text('kind'),
        errorMessage: errorFor(refusal, 'kind'),
      })}
      ${fileUpload({
        name: 'file',
        label: { text: 'CSV file', classes: 'govuk-label--s' },
        hint: { text: 'As any spreadsheet saves it, with commas or semicolons' },
        errorMessage: errorFor(refusal, 'file'),
        attributes: { accept: '.csv,text/csv' },
      })}
      ${checkboxes({
        name: 'complete',
        items: [
          {
            value: 'yes',
            text: 'It is the whole list: whoever is not in it leaves',
            hint: { text: 'Members leave office; officers can no longer sign in, and their work goes back' },
          },
        ],
        values: form.texts('complete'),
      })}
      ${button({ text: 'See what it would do', preventDoubleClick: true })}
    </form>
    ${columnWords('members')} ${columnWords('officers')}
    <h2 class="govuk-heading-m">Imports before</h2>
    ${done.length === 0 ? html`<p class="govuk-body">None yet.</p>` : earlier(done)}
  `
  return {
    title: 'Import people',
    body,
    current,
    back: { href: '/people', text: 'People' },
    invalid: Boolean(refusal),
  }
}

function columnWords(kind: ImportKind): Html {
  const { all, must } = columnsOf[kind]
  const roles = officerRoles.map(role => `${role} (${labelOf(role)})`)
  return details({
    summaryText: `The columns of a file of ${kind}`,
    html: html`<p class="govuk-body">The first line names the columns, in any order. Needed: ${listInWords(must)}.</p>
      <p class="govuk-body"><code>${all.join(',')}</code></p>
      ${kind === 'members'
        ? html`<p class="govuk-body">Days stand as 8/5/2026 or 2026-05-08. Wards and groups that are new are added.</p>`
        : html`<p class="govuk-body">
            Several roles stand with a comma or a bar between them: ${listInWords(roles)}.
          </p>`}
      <p class="govuk-body">People are known by any of their email addresses. An address nobody has adds somebody.</p>`,
  })
}

const earlier = (done: readonly Import[]): Html =>
  scrolling(
    table({
      firstCellIsHeader: true,
      head: [{ text: 'File' }, { text: 'Done' }, { text: 'By' }],
      rows: done.map(it => [
        {
          html: html`<a class="govuk-link" href="/people/imports/${it.id}">${it.fileName}</a>${under(
              `${kindWords[it.kind]}${it.undoneAt ? ', undone' : ''}`,
            )}`,
        },
        { text: it.doneAt ? instantInWords(it.doneAt) : '' },
        { text: it.madeByName ?? 'the command line' },
      ]),
    }),
  )

type Previewing = {
  readonly csrf: string
  readonly it: Import
  readonly plan: Plan
  /** what leavers hold, in words, by their id */
  readonly held: ReadonlyMap<string, string>
}

export function previewPage({ csrf, it, plan, held }: Previewing): Page {
  const nothingToDo = plan.changes.length === 0
  const body = html`
    <p class="govuk-body">${kindWords[it.kind]} from ${it.fileName}. Nothing is changed yet.</p>
    ${plan.errors.length > 0 && errorList(plan.errors)}
    ${plan.errors.length === 0 &&
    html`${whatItWouldDo(plan.changes, plan.unchanged)} ${newPlaces(plan)} ${changeLists(plan.changes, held, 'will')}
    ${nothingToDo
      ? insetText({ text: 'The file says what we know already: there is nothing to do.' })
      : html`<form method="post" action="/people/imports/${it.id}/do">
          ${csrfField(csrf)} ${button({ text: 'Do all of this', preventDoubleClick: true })}
        </form>`}`}
    <p class="govuk-body"><a class="govuk-link" href="/people/imports">Choose another file</a></p>
  `
  const title = plan.errors.length > 0 ? 'Mend the file and choose it again' : 'What this file would do'
  return { title, body, current, back, wide: true }
}

const back = { href: '/people/imports', text: 'Import people' }

const errorList = (errors: readonly WrongLine[]): Html => html`
  <p class="govuk-body">${counted(errors.length, 'thing')} to mend. Nothing can be imported until all are.</p>
  ${scrolling(
    table({
      firstCellIsHeader: true,
      head: [{ text: 'Line' }, { text: 'Column' }, { text: 'What is wrong' }],
      rows: errors.slice(0, 200).map(it => [{ text: String(it.line) }, { text: it.column ?? '' }, { text: it.words }]),
    }),
  )}
`

/** What becomes of somebody, before it is done and after. */
const kinds = {
  joins: { will: 'Joins', did: 'Joined' },
  changes: { will: 'Changes', did: 'Changed' },
  leaves: { will: 'Leaves', did: 'Left' },
} as const
type Kind = keyof typeof kinds
type Tense = 'will' | 'did'

function countOf(changes: readonly { kind: Kind }[]): (kind: Kind) => number {
  return kind => changes.filter(it => it.kind === kind).length
}

function whatItWouldDo(changes: readonly { kind: Kind }[], unchanged: number): Html {
  const n = countOf(changes)
  return html`<p class="govuk-body-l">
    ${counted(n('joins'), 'person joins', 'people join')}, ${counted(n('changes'), 'changes', 'change')},
    ${counted(n('leaves'), 'leaves', 'leave')}${unchanged > 0 && `; ${unchanged} stay as they are`}.
  </p>`
}

function whatItDid(changes: readonly { kind: Kind }[]): Html {
  const n = countOf(changes)
  return html`<p class="govuk-body-l">
    ${counted(n('joins'), 'person', 'people')} joined, ${n('changes')} changed, ${n('leaves')} left.
  </p>`
}

const newPlaces = ({ newWards, newGroups }: Plan): Html => html`
  ${newWards.length > 0 && warningText({ text: `New wards, if they are not misspelt: ${listInWords(newWards)}` })}
  ${newGroups.length > 0 && warningText({ text: `New political groups: ${listInWords(newGroups)}` })}
`

type Listed = Change & { readonly leftAs?: string | null }

function changeLists(changes: readonly Listed[], held: ReadonlyMap<string, string>, tense: Tense): Html {
  const lists = (Object.keys(kinds) as Kind[]).map(kind => ({ kind, some: changes.filter(it => it.kind === kind) }))
  return html`${lists.map(({ kind, some }) =>
    some.length === 0 ? nothing : changeList(kinds[kind][tense], some, held),
  )}`
}

const changeList = (caption: string, some: readonly Listed[], held: ReadonlyMap<string, string>): Html =>
  table({
    classes: 'os-stacking-table',
    caption,
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: 'Name' }, { text: 'What' }],
    rows: some.map(it => [
      { html: html`${it.after.name}${under(it.after.email)}` },
      { html: html`${whatOf(it).map(words => html`<div>${words}</div>`)}${leftWords(it, held)}` },
    ]),
  })

function whatOf({ before, after }: Listed): string[] {
  if (before) return differing(before, after).map(field => changeInWords(field, before, after))
  return [listInWords([after.ward ?? '', ...after.roles.map(labelOf)].filter(Boolean))]
}

const leftWords = ({ person, leftAs }: Listed, held: ReadonlyMap<string, string>): Html => html`
  ${person && held.get(person) && html`<div>${held.get(person)}</div>`}
  ${leftAs && html`<div><strong>Not put back.</strong> ${leftAs}</div>`}
`

type DoneShown = { readonly csrf: string; readonly it: Import; readonly changes: readonly DoneChange[] }

export function donePage({ csrf, it, changes }: DoneShown): Page {
  const by = it.madeByName ? ` by ${it.madeByName}` : ''
  const body = html`
    <p class="govuk-body">${kindWords[it.kind]}, done ${it.doneAt && instantInWords(it.doneAt)}${by}.</p>
    ${it.undoneAt &&
    insetText({
      text: `Undone ${instantInWords(it.undoneAt)}${it.undoneByName ? ` by ${it.undoneByName}` : ''}. ${changes.some(({ leftAs }) => leftAs) ? 'What could not be put back is named below.' : 'All of it was put back.'}`,
    })}
    ${whatItDid(changes)} ${changeLists(changes, new Map(), 'did')}
    ${!it.undoneAt && changes.length > 0 && undoForm(csrf, it)}
  `
  return { title: it.fileName, body, current, back, wide: true }
}

const undoForm = (csrf: string, { id }: Import): Html => html`
  <h2 class="govuk-heading-m">Undo this import</h2>
  <p class="govuk-body">
    Everything it changed is put back, as far as nobody has changed it since. Whoever joined by it can no longer sign
    in. Work that leavers gave back stays where it went.
  </p>
  <form method="post" action="/people/imports/${id}/undo">
    ${csrfField(csrf)} ${button({ text: 'Undo it', classes: 'govuk-button--warning', preventDoubleClick: true })}
  </form>
`
