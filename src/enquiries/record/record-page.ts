import type { Refusal } from '#kernel/result.ts'
import type { allMailboxes, suggestTopics, TextWarning, topics } from '#mailboxes/door.ts'
import type { Member } from '#people/door.ts'
import type { Page } from '#platform/http/answer.ts'
import { alert } from '#platform/views/components/alert.ts'
import { button } from '#platform/views/components/button.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { select } from '#platform/views/components/select.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, type Html } from '#platform/views/html.ts'
import { channelWords, type Enquiry } from '../enquiry.ts'
import { placeFields } from '../place/place-fields.ts'
import { askedOnce } from '../sensitive/asked-once.ts'
import { recordedChannels } from './contact.ts'
import { memberLabel } from './whom.ts'

type Mailbox = Awaited<ReturnType<typeof allMailboxes>>[number]
type Topic = Awaited<ReturnType<typeof topics>>[number]
type Suggestion = Awaited<ReturnType<typeof suggestTopics>>[number]

export type RecordForm = {
  readonly csrf: string
  readonly key: string
  /** what was typed, or what a fresh form begins with */
  readonly typed: Readonly<Record<string, string>>
  readonly members: readonly Member[]
  readonly topics: readonly Topic[]
  /** the mailboxes that name the officer */
  readonly own: readonly Mailbox[]
  readonly mayAnswer: boolean
  /** topics the text points to: shown once, to be confirmed */
  readonly suggested: readonly Suggestion[]
  readonly saved: Saved | undefined
  /** what was written may be sensitive: asked once */
  readonly warning?: TextWarning | undefined
  readonly refusal?: Refusal
}

export type Saved = { readonly reference: string; readonly enquiry: Enquiry | undefined }

/** A contact on record in half a minute: one page, from the keyboard. */
export function recordPage(it: RecordForm): Page {
  const body = html`
    ${errorSummaryFor(it.refusal, { receivedOn: 'receivedOn-day' })} ${it.saved && savedWords(it.saved, it.members)}
    ${it.suggested.length > 0 && confirmWords(it.suggested)}
    <form method="post" action="/enquiries/record" data-send-on-ctrl-enter novalidate>
      ${csrfField(it.csrf)} <input type="hidden" name="key" value="${it.key}" /> ${mayBeSensitive(it)} ${who(it)}
      ${what(it)} ${how(it)} ${next(it)}
      ${button({
        text: it.suggested.length > 0 ? 'Record with this topic' : it.warning ? 'Record it as ordinary' : 'Record',
        preventDoubleClick: true,
      })}
      <p class="govuk-body os-quiet">Ctrl and Enter together send the form from anywhere in it.</p>
    </form>
  `
  return {
    title: it.saved && !it.refusal ? 'Record another contact' : 'Record a contact',
    body,
    current: '/enquiries/record',
    invalid: it.refusal !== undefined,
  }
}

/** Asked once, also when a topic is to be confirmed afterwards. */
const mayBeSensitive = ({ warning, typed }: RecordForm): Html =>
  warning || !typed.asked
    ? askedOnce(warning, 'Record it the restricted way')
    : html`<input type="hidden" name="asked" value="yes" />`

/** It names the member, so that whoever typed a part of a name sees whom it meant. */
const savedWords = ({ reference, enquiry }: Saved, members: readonly Member[]): Html =>
  alert({
    variant: 'success',
    title: 'Recorded',
    html: html`Recorded as
    ${enquiry
      ? html`<a class="govuk-link os-reference" href="/enquiries/${reference}">${reference}</a>${forWhom(
            enquiry,
            members,
          )}`
      : html`<strong class="os-reference">${reference}</strong>. It is restricted: only its named people can open it`}.
    ${enquiry?.late && html`<strong>Registered late:</strong> it reached the council more than one working day before.`}`,
  })

function forWhom({ memberId }: Enquiry, members: readonly Member[]): string {
  const member = members.find(it => it.id === memberId)
  return member ? ` for ${memberLabel(member)}` : ''
}

const confirmWords = ([first]: readonly Suggestion[]): Html =>
  alert({
    variant: 'information',
    title: 'Check the topic',
    text: `It looks like “${first!.name}”, because ${first!.reason}. Keep it or choose another one, then press Record again.`,
  })

/** Focus begins in the first field, unless something has to be mended or confirmed first. */
function who({ typed, members, refusal, suggested }: RecordForm): Html {
  return html`
    ${textInput({
      name: 'member',
      label: { text: 'Member' },
      hint: { text: 'Any part of the name' },
      value: typed.member,
      autocomplete: 'off',
      spellcheck: false,
      attributes: { list: 'members', autofocus: !refusal && suggested.length === 0 },
      errorMessage: errorFor(refusal, 'member'),
    })}
    <datalist id="members">${members.map(it => html`<option value="${memberLabel(it)}"></option>`)}</datalist>
  `
}

/** Most of it is as the form begins: whoever is in a hurry goes past it. */
const how = ({ typed, refusal }: RecordForm): Html => html`
  ${radios({
    name: 'channel',
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: { legend: { text: 'How did it come?', classes: 'govuk-!-font-weight-bold' } },
    items: recordedChannels.map(value => ({ value, text: channelWords[value] })),
    value: typed.channel,
    errorMessage: errorFor(refusal, 'channel'),
  })}
  ${dateInput({
    id: 'receivedOn',
    namePrefix: 'receivedOn',
    fieldset: { legend: { text: 'First received', classes: 'govuk-!-font-weight-bold' } },
    hint: { text: 'The day it first reached anybody at the council' },
    values: typed,
    errorMessage: errorFor(refusal, 'receivedOn'),
  })}
  ${radios({
    name: 'direct',
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: {
      legend: { text: 'Did it come to you directly, past One Stop?', classes: 'govuk-!-font-weight-bold' },
    },
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
    value: typed.direct,
  })}
  ${select({
    name: 'sensitive',
    label: { text: 'Is it sensitive?' },
    hint: { text: 'Then only the proper officer sees it' },
    items: [
      { value: '', text: 'No' },
      { value: 'child-at-risk', text: 'A child may be at risk' },
      { value: 'adult-at-risk', text: 'An adult may be at risk' },
      { value: 'employee', text: 'About a council employee' },
      { value: 'personal-matters', text: 'Health, immigration, criminal or similar matters' },
    ],
    value: typed.sensitive,
    errorMessage: errorFor(refusal, 'sensitive'),
  })}
`

const what = ({ typed, refusal }: RecordForm): Html => html`
  ${textInput({
    name: 'subject',
    label: { text: 'What was it about?' },
    value: typed.subject,
    autocomplete: 'off',
    errorMessage: errorFor(refusal, 'subject'),
  })}
  ${textarea({
    name: 'text',
    label: { text: 'What was said or written? (optional)' },
    rows: 4,
    value: typed.text,
    errorMessage: errorFor(refusal, 'text'),
  })}
  ${placeFields({
    label: 'Where is it? (optional)',
    words: { name: 'place', value: typed.place, error: errorFor(refusal, 'place') },
    spot: { name: 'point', value: typed.point, error: errorFor(refusal, 'point') },
  })}
`

function next(it: RecordForm): Html {
  const { typed, refusal, own, mayAnswer } = it
  return html`
    ${radios({
      name: 'next',
      fieldset: { legend: { text: 'What happens now?', classes: 'govuk-!-font-weight-bold' } },
      value: typed.next,
      errorMessage: errorFor(refusal, 'next'),
      items: [
        {
          value: 'place',
          text: 'It goes to whoever answers',
          hint: { text: 'By its topic. The clock runs from the day above' },
        },
        own.length > 0 && {
          value: 'take',
          text: 'I’ll take it',
          ...(own.length === 1 && { hint: { text: `In ${own[0]!.name}` } }),
        },
        mayAnswer && { value: 'answered', text: 'Answered already', hint: { text: 'Write below what was said' } },
      ],
    })}
    ${mayAnswer && saidField(it)} ${own.length > 1 && ownMailboxField(it)} ${topicField(it)}
  `
}

const saidField = ({ typed, refusal }: RecordForm): Html =>
  textarea({
    name: 'said',
    label: { text: 'If answered already: what was said? The member gets it by email' },
    rows: 3,
    value: typed.said,
    errorMessage: errorFor(refusal, 'said'),
  })

const ownMailboxField = ({ typed, own }: RecordForm): Html =>
  select({
    name: 'ownMailbox',
    label: { text: 'If it stays with you: in which of your mailboxes?' },
    items: own.map(it => ({ value: it.id, text: it.name })),
    value: typed.ownMailbox,
  })

function topicField({ typed, topics, suggested, refusal }: RecordForm): Html {
  const names = new Set(suggested.map(it => it.topicId))
  return select({
    name: 'topic',
    label: { text: 'Topic' },
    hint: { text: 'Leave it and we suggest one from what you wrote' },
    items: [
      ...(suggested.length > 0
        ? suggested.map(it => ({ value: it.topicId, text: `${it.name} (suggested)` }))
        : [{ value: '', text: 'Suggest one' }]),
      { value: 'unplaced', text: 'Not sure: member services place it' },
      ...topics.filter(it => !names.has(it.id)).map(it => ({ value: it.id, text: it.name })),
    ],
    value: typed.topic,
    attributes: { autofocus: suggested.length > 0 && !refusal },
    errorMessage: errorFor(refusal, 'topic'),
  })
}
