import type { Refusal } from '#kernel/result.ts'
import { sensitivityQuestions, type Sensitivity } from '#mailboxes/door.ts'
import type { Member, Ward } from '#people/door.ts'
import type { Page } from '#platform/http/answer.ts'
import { assetUrl } from '#platform/views/assets/build.ts'
import { alert } from '#platform/views/components/alert.ts'
import { button } from '#platform/views/components/button.ts'
import { characterCount } from '#platform/views/components/character-count.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { select } from '#platform/views/components/select.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { warningText } from '#platform/views/components/warning-text.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { filesField } from '../attach/file-fields.ts'
import { filesToKeep } from '../attach/files-to-keep.ts'
import { placeFields } from '../place/place-fields.ts'
import { dangerPath, inDangerNow } from '../danger/danger-page.ts'
import { isBegun, type NewDraft } from './new-draft.ts'

export type WriteForm = {
  readonly csrf: string
  readonly draft: NewDraft
  /** whom the viewer may raise for; the first stands for themselves when they are a member */
  readonly members: readonly Member[]
  /** the viewer is the one member */
  readonly own: boolean
  readonly wards: readonly Ward[]
  /** `Saved 2 minutes ago`; undefined when nothing is kept yet */
  readonly saved: string | undefined
  readonly dangerWords: string
  readonly refusal?: Refusal
}

/** The first step: three plain questions, then what it is about. */
export function writePage(it: WriteForm): Page {
  const { csrf, draft, refusal, saved } = it
  const body = html`
    ${errorSummaryFor(refusal)} ${!refusal && keptWords(it)}
    <form
      id="write"
      method="post"
      action="/enquiries/new"
      enctype="multipart/form-data"
      data-draft-url="/enquiries/drafts/new"
      data-typing-url="/enquiries/new/typing"
      data-typing-also="${sensitivityQuestions.map(it => it.name).join(' ')}"
      novalidate
    >
      ${csrfField(csrf)}
      <input type="hidden" name="key" value="${draft.key}" />
      ${enterMeansOn} ${forWhom(it)}
      <h2 class="govuk-heading-m">First, is it sensitive?</h2>
      ${dangerNote(it)} ${sensitivityQuestions.map(question => sensitiveQuestion(question, it))}
      <h2 class="govuk-heading-m">Your enquiry</h2>
      ${matter(it)} ${place(it)} ${filesToKeep(draft.files, 'act')} ${filesField(refusal)}
      ${button({ text: 'Continue', name: 'act', value: 'continue', preventDoubleClick: true })}
      <p class="os-draft-status" data-draft-status role="status">${saved ?? ''}</p>
    </form>
    ${isBegun(draft) && startAgain(csrf)}
    <script type="module" src="${assetUrl('typing.js')}"></script>
  `
  return { title: 'New enquiry', body, current: '/enquiries/new', invalid: refusal !== undefined }
}

/** The first button of a form is the one that Enter presses: it must not be one that takes a file away. */
const enterMeansOn = html`<button
  type="submit"
  name="act"
  value="continue"
  class="govuk-visually-hidden"
  tabindex="-1"
  aria-hidden="true"
>
  Continue
</button>`

const keptWords = ({ draft, saved }: WriteForm): Html =>
  isBegun(draft) && saved
    ? alert({ title: 'Draft', text: `We kept what you wrote. ${saved}. You can go on where you stopped.` })
    : nothing

const startAgain = (csrf: string): Html => html`
  <form method="post" action="/enquiries/drafts/new/discard">
    ${csrfField(csrf)} ${button({ text: 'Delete this draft and start again', classes: 'govuk-button--secondary' })}
  </form>
`

function forWhom({ members, draft, refusal }: WriteForm): Html {
  if (members.length === 1) return html`<input type="hidden" name="member" value="${members[0]!.id}" />`
  const items = members.map(it => ({ value: it.id, text: `${it.name}, ${it.ward}` }))
  const common = { name: 'member', errorMessage: errorFor(refusal, 'member') }
  if (members.length <= 4)
    return radios({
      ...common,
      fieldset: { legend: { text: 'Which member is it for?', classes: 'govuk-fieldset__legend--m' } },
      items,
      value: draft.fields.member,
    })
  return select({
    ...common,
    label: { text: 'Which member is it for?', classes: 'govuk-label--m' },
    items: [{ value: '', text: 'Select a member' }, ...items],
    value: draft.fields.member,
  })
}

/** Stands there at once and without JavaScript: nobody in danger should wait for a form. */
const dangerNote = ({ dangerWords }: WriteForm): Html =>
  html`<div id="danger">
    ${warningText({ text: dangerWords, iconFallbackText: 'Danger' })}
    <p class="govuk-body"><a class="govuk-link" href="${dangerPath}">Somebody is in danger now: whom to call</a></p>
  </div>`

type Question = (typeof sensitivityQuestions)[number]

/** One press for every answer: where a yes can mean two things, it is two answers. */
const sensitiveQuestion = ({ name, words, hint, means }: Question, { draft, refusal }: WriteForm): Html =>
  radios({
    name,
    classes: 'govuk-radios--inline govuk-radios--small os-radios--side-by-side',
    fieldset: { legend: { text: words, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: hint },
    value: draft.fields[name],
    errorMessage: errorFor(refusal, name),
    items: [
      { value: 'no', text: 'No' },
      ...means.map(kind => ({ value: kind, text: means.length > 1 ? yesWords[kind] : 'Yes' })),
      means.includes('adult-at-risk') && { value: inDangerNow, text: 'Yes, in danger now' },
    ],
  })

const yesWords: Record<Sensitivity, string> = {
  'child-at-risk': 'Yes, a child',
  'adult-at-risk': 'Yes, an adult',
  employee: 'Yes, an employee',
  'personal-matters': 'Yes, personal matters',
}

const matter = ({ draft: { fields }, refusal }: WriteForm): Html => html`
  ${textInput({
    name: 'subject',
    label: { text: 'What is it about?' },
    hint: { text: 'In a few words, for example: street light out on Weaver Lane' },
    value: fields.subject,
    autocomplete: 'off',
    errorMessage: errorFor(refusal, 'subject'),
  })}
  ${characterCount({
    name: 'text',
    label: { text: 'What do you want to ask or tell the council?' },
    hint: { text: 'If you ask several things, number them: each number gets its own answer' },
    rows: 8,
    maxlength: 100_000,
    threshold: 90,
    value: fields.text,
    errorMessage: errorFor(refusal, 'text'),
  })}
  <div class="os-typing" data-typing aria-live="polite" hidden></div>
  ${textInput({
    name: 'constituent',
    label: { text: 'Who is it for? (optional)' },
    hint: { text: 'The name of the person you ask for, if the council needs it to help' },
    value: fields.constituent,
    autocomplete: 'off',
    errorMessage: errorFor(refusal, 'constituent'),
  })}
`

function place(it: WriteForm): Html {
  const { draft, refusal } = it
  return html`${placeFields({
    label: 'Where is it? (optional)',
    words: { name: 'place', value: draft.fields.place, error: errorFor(refusal, 'place') },
    spot: { name: 'point', value: draft.fields.point, error: errorFor(refusal, 'point') },
  })}
  ${wardField(it)}`
}

function wardField(it: WriteForm): Html {
  const { wards, draft, members, refusal } = it
  const own = members.length === 1 ? members[0] : undefined
  return select({
    name: 'ward',
    label: { text: 'Ward' },
    hint: { text: 'A postcode or a spot on the map says it by itself' },
    items: [
      { value: 'own', text: own ? `${own.ward} (${it.own ? 'your' : 'the member’s'} ward)` : 'The member’s own ward' },
      ...wards.filter(ward => ward.id !== own?.wardId).map(ward => ({ value: ward.id, text: ward.name })),
      { value: 'none', text: 'Nowhere in particular' },
    ],
    value: draft.fields.ward || 'own',
    errorMessage: errorFor(refusal, 'ward'),
  })
}
