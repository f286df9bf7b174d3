import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { shortened } from '#kernel/text.ts'
import type { TextWarning } from '#mailboxes/door.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { card } from '#platform/views/components/card.ts'
import { alert } from '#platform/views/components/alert.ts'
import type { ChoiceItem } from '#platform/views/components/choices.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { select } from '#platform/views/components/select.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, nothing, type Html, type Piece } from '#platform/views/html.ts'
import { expectedFrom, expectedInWords } from '../expected/expected.ts'
import type { Destinations, Destined } from './destinations.ts'
import { sensitiveNote } from '../sensitive/sensitive-note.ts'
import type { Alike } from '../search/alike.sql.ts'
import { alikeList } from './typing/typing-pieces.ts'
import { placeShown } from '../place/place-fields.ts'
import type { Place } from '../place/place.ts'
import type { NewDraft } from './new-draft.ts'

export type CheckForm = {
  readonly csrf: string
  readonly draft: NewDraft
  readonly member: string
  /** the viewer is that member */
  readonly own: boolean
  readonly ward: string | undefined
  readonly place: Place | undefined
  /** the ward follows from the place; else it is the one that was selected */
  readonly isWorkedOut: boolean
  /** set for a sensitive matter: then nothing is left to choose */
  readonly restricted: Destined | undefined
  readonly choices: Destinations | undefined
  readonly warning: TextWarning | undefined
  /** what the member asked lately in much the same words */
  readonly alike: readonly Alike[]
  /** what was typed when the form comes back */
  readonly typed: { readonly topic: string; readonly other: string }
  readonly refusal?: Refusal
}

/** The last step: where it would go, who answers and by when. Nothing is sent before. */
export function checkPage(it: CheckForm): Page {
  const body = html`
    ${errorSummaryFor(it.refusal)} ${warningWords(it)} ${alikeWords(it)} ${written(it)}
    <form method="post" action="/enquiries/new/send" novalidate>
      ${csrfField(it.csrf)}
      <input type="hidden" name="key" value="${it.draft.key}" />
      ${it.restricted ? restrictedWay(it.restricted) : it.choices && openWay(it.choices, it)}
      ${button({ text: 'Send this enquiry', preventDoubleClick: true })}
      <p class="govuk-body os-quiet">Nothing is sent until you press this button.</p>
    </form>
  `
  return {
    title: 'Check and send',
    body,
    back: { href: '/enquiries/new', text: 'Back to what you wrote' },
    current: '/enquiries/new',
    invalid: it.refusal !== undefined,
  }
}

function warningWords({ warning, restricted, csrf }: CheckForm): Html {
  if (restricted) return nothing
  return sensitiveNote(
    warning,
    html`<form method="post" action="/enquiries/new/restrict">
      ${csrfField(csrf)} ${button({ text: 'Send it the restricted way', classes: 'govuk-button--secondary' })}
    </form>`,
  )
}

/** Asked before, perhaps: then it is followed there, and nobody answers it twice. */
const alikeWords = ({ alike }: CheckForm): Html =>
  alike.length === 0
    ? nothing
    : alert({
        variant: 'information',
        title: 'You may have asked this already',
        showTitleAsHeading: true,
        html: html`${alikeList(alike)}
          <p class="govuk-body">If it is the same matter, write there. If it is another one, send this.</p>`,
      })

function written({ draft, member, own, ward, place, isWorkedOut }: CheckForm): Html {
  const { subject = '', text = '', constituent } = draft.fields
  const row = (key: string, value: Piece, field: string) => ({
    key: { text: key },
    value: { html: html`${value}` },
    actions: { items: [{ href: `/enquiries/new#${field}`, text: 'Change', visuallyHiddenText: key.toLowerCase() }] },
  })
  return summaryList({
    card: { title: { text: 'What you wrote' } },
    rows: [
      !own && row('Member', member, 'member'),
      row('About', html`<bdi>${shortened(subject, 300)}</bdi>`, 'subject'),
      row('Enquiry', html`<div class="os-plain-text" dir="auto">${shortened(text, 1200)}</div>`, 'text'),
      constituent && row('For', html`<bdi>${constituent}</bdi>`, 'constituent'),
      place && row('Where', placeShown(place), 'place'),
      row(
        'Ward',
        html`${ward ?? 'Nowhere in particular'}${place?.postcode &&
        !isWorkedOut &&
        html`<br /><span class="os-quiet">As you selected: we do not know the postcode ${place.postcode}</span>`}`,
        'ward',
      ),
      draft.files.length > 0 &&
        row(
          'Files',
          draft.files.map((file, at) => html`${at > 0 && html`<br />`}${file.name}`),
          'files',
        ),
    ],
  })
}

const restrictedWay = (it: Destined): Html =>
  card({
    heading: { text: 'Where it goes' },
    html: html`
      <p class="govuk-body"><strong>${it.mailbox}</strong>, straight to the proper officer.</p>
      <p class="govuk-body">Only the named people of this mailbox and the member can read it. ${phoneWords(it)}</p>
      <p class="govuk-body">Answer due by <strong>${inWordsWithWeekday(it.dueOn)}</strong>.</p>
    `,
  })

function openWay(choices: Destinations, { typed, refusal }: CheckForm): Html {
  const { suggested, others } = choices
  return html`${radios({
    name: 'topic',
    fieldset: { legend: { text: 'Which of these is it?', classes: 'govuk-fieldset__legend--m' } },
    hint: { text: suggestedWords(choices) },
    value: typed.topic || suggested[0]?.topicId,
    errorMessage: errorFor(refusal, 'topic'),
    items: [
      ...suggested.map(suggestion),
      suggested.length > 0 && { divider: 'or' },
      others.length > 0 && {
        value: 'other',
        text: suggested.length > 0 ? 'None of these: the topic chosen below' : 'The topic chosen below',
      },
      {
        value: 'unplaced',
        text: 'I am not sure: let member services place it',
        hint: { html: html`They find the right team by the next working day. ${dueWords(choices.unplacedDueOn)}` },
      },
    ],
  })}
  ${others.length > 0 && otherTopics(others, typed.other, refusal)}`
}

const suggestedWords = ({ suggested }: Destinations): string =>
  suggested.length > 0
    ? 'It decides who answers and by when. These fit what you wrote'
    : 'It decides who answers and by when. Nothing you wrote pointed to one topic'

const suggestion = (it: Destined): ChoiceItem => ({
  value: it.topicId,
  text: it.topic,
  label: { classes: 'govuk-!-font-weight-bold' },
  hint: {
    html: html`${it.reason && html`Because ${it.reason}.<br />`}Answered by <strong>${it.mailbox}</strong>${it.runBy &&
      html`, run by ${it.runBy}`}.
      ${phoneWords(it)}<br />${dueWords(it.dueOn)}${it.expected &&
      html`<br />${expectedInWords(it.expected)}, ${expectedFrom(it.expected)}.`}`,
  },
})

const otherTopics = (others: readonly Destined[], chosen: string, refusal: Refusal | undefined): Html =>
  select({
    name: 'other',
    label: { text: 'Another topic, who answers and by when' },
    items: [
      { value: '', text: 'Select a topic' },
      ...others.map(it => ({
        value: it.topicId,
        text: `${it.topic}: ${it.mailbox}${it.phone && ` (${it.phone})`}, by ${inWordsWithWeekday(it.dueOn)}`,
      })),
    ],
    value: chosen,
    errorMessage: errorFor(refusal, 'other'),
  })

/** A number is not broken over two lines. */
const phoneWords = ({ phone }: Destined): Piece => phone && html`Phone ${phone.replaceAll(' ', '\u00a0')}.`
const dueWords = (on: Day): Html => html`Answer due by <strong>${inWordsWithWeekday(on)}</strong>.`
