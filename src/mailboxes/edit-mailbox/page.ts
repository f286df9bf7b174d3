import { organisations, services } from '#people/door.ts'
import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { emptyForm, formOf } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import type { Tx } from '#platform/db/database.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { errorFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import type { SelectItem } from '#platform/views/components/select.ts'
import { html, type Html } from '#platform/views/html.ts'
import { mailboxByKey } from '../door.ts'
import { choose, fieldsOf, wholeForm, type Filled } from '../fields.ts'
import type { Mailbox } from '../mailbox.ts'
import { sensitivities } from '../sensitivity.ts'
import { sensitivityWords } from '../words.ts'
import { changeMailbox, fieldsFrom, openMailbox, readMailbox } from './edit-mailbox.ts'

type Reach = {
  readonly items: readonly SelectItem[]
  readonly services: readonly string[]
  readonly organisations: readonly string[]
}

export const addMailboxForm = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => page(formPage(asked, await reachOf(tx), { form: emptyForm })))

export const addTypedMailbox = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const reach = await reachOf(tx)
    const read = readMailbox(asked.form, reach)
    const added = read.ok ? await openMailbox(tx, read.value, { actor: asked.viewer.person, now: asked.now }) : read
    if (!added.ok) return pageAgain(formPage(asked, reach, { form: asked.form, refusal: added.refusal }))
    return redirect(`/mailboxes/${asked.form.text('key')}`, 'Mailbox added. Now name its people and topics')
  })

export const editMailboxForm = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const mailbox = await mailboxByKey(tx, asked.params.key ?? '')
    return mailbox ? page(formPage(asked, await reachOf(tx), { form: formOf(fieldsFrom(mailbox)) }, mailbox)) : missing
  })

export const editTypedMailbox = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const mailbox = await mailboxByKey(tx, asked.params.key ?? '')
    if (!mailbox) return missing
    const reach = await reachOf(tx)
    const read = readMailbox(asked.form, reach)
    const version = Number(asked.form.text('version'))
    const changed = read.ok
      ? await changeMailbox(tx, mailbox, version, read.value, { actor: asked.viewer.person, now: asked.now })
      : read
    if (!changed.ok) return pageAgain(formPage(asked, reach, { form: asked.form, refusal: changed.refusal }, mailbox))
    return redirect(`/mailboxes/${asked.form.text('key')}`, 'Mailbox changed')
  })

async function reachOf(tx: Tx): Promise<Reach> {
  const [ours, partners] = await Promise.all([services(tx), organisations(tx)])
  const items = [
    ...ours.map(it => ({ value: it.id, text: it.name })),
    ...partners.map(it => ({ value: it.id, text: `${it.name} (partner)` })),
  ]
  return { items, services: ours.map(it => it.id), organisations: partners.map(it => it.id) }
}

function formPage(asked: Asked, reach: Reach, filled: Filled, mailbox?: Mailbox): Page {
  const action = mailbox ? `/mailboxes/${mailbox.key}/edit` : '/mailboxes/add'
  const send = mailbox ? 'Save changes' : 'Add mailbox'
  const ids = { closed: 'closed-day' }
  return {
    title: mailbox ? `Change ${mailbox.name}` : 'Add a mailbox',
    current: '/mailboxes',
    back: { href: mailbox ? `/mailboxes/${mailbox.key}` : '/mailboxes' },
    body: wholeForm({ asked, action, send, ids, ...filled }, fields(filled, reach)),
  }
}

function fields(filled: Filled, reach: Reach): Html {
  const { line, lines, choice, day } = fieldsOf(filled)
  return html`<input type="hidden" name="version" value="${filled.form.text('version')}" /> ${line(
      'name',
      'Name',
      'For example, Streets and pavements',
    )}
    ${line('key', 'Short name', 'Stands in web addresses. For example, streets', { classes: 'govuk-input--width-20' })}
    ${line('address', 'Email address', undefined, { type: 'email', spellcheck: false, autocomplete: 'off' })}
    ${line('phone', 'Telephone number', undefined, { type: 'tel', classes: 'govuk-input--width-20' })}
    ${lines('purpose', 'What it is for', 'A sentence for members')}
    ${choice('runBy', 'Who runs it', [choose('Select a service or partner'), ...reach.items])}
    ${checkboxes({
      name: 'takesOver',
      values: filled.form.texts('takesOver'),
      items: [
        {
          value: 'yes',
          text: 'A partner may take enquiries over wholly',
          hint: { text: 'They then close here, and the partner answers the member' },
        },
      ],
    })}
    ${line('limit', 'Target in working days', 'Leave empty for the council’s target', {
      inputmode: 'numeric',
      classes: 'govuk-input--width-2',
    })}
    ${lines('standard', 'The standard its answers keep', 'Shown beside the answer while it is written')}
    ${restriction(filled)}
    ${day('closed', 'Closing day', 'The first day on which it takes nothing new. Leave empty while it is open')}`
}

const restriction = ({ form, refusal }: Filled): Html =>
  html`${radios({
    name: 'restricted',
    value: form.text('restricted') || 'no',
    fieldset: { legend: { text: 'Who may see what is in it?' } },
    errorMessage: errorFor(refusal, 'restricted'),
    items: [
      { value: 'no', text: 'The people it names, and those who oversee the service' },
      { value: 'yes', text: 'Only the people it names', hint: { text: 'A restricted mailbox stays restricted' } },
    ],
  })}
  ${checkboxes({
    name: 'handles',
    values: form.texts('handles'),
    fieldset: { legend: { text: 'Which sensitive matters does its proper officer receive?' } },
    hint: { text: 'Only for a restricted mailbox' },
    errorMessage: errorFor(refusal, 'handles'),
    items: sensitivities.map(value => ({ value, text: sensitivityWords[value] })),
  })}`
