import { presentPersons } from '#people/door.ts'
import { inWords } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { emptyForm, formOf } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { dayBoxes, typedDay } from '#platform/http/typed-day.ts'
import { html } from '#platform/views/html.ts'
import { mailboxByKey } from '../door.ts'
import { choose, fieldsOf, wholeForm, type Filled } from '../fields.ts'
import { namedLater, runs } from '../look-up/look-up.sql.ts'
import type { Mailbox } from '../mailbox.ts'
import { namedPeopleOf } from '../people.sql.ts'
import { partWords } from '../words.ts'
import { endNaming, nameSomebody, readNaming, type NamedPart } from './name-people.ts'

/** Administrators, and whoever runs the mailbox; for everybody else these pages are not there. */
async function runBy(tx: Tx, asked: Asked): Promise<Mailbox | undefined> {
  const mailbox = await mailboxByKey(tx, asked.params.key ?? '')
  return mailbox && (await runs(tx, mailbox.id)) ? mailbox : undefined
}

export const namePersonForm = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const mailbox = await runBy(tx, asked)
    if (!mailbox) return missing
    const form = formOf({ part: 'responder', ...dayBoxes('from', asked.now.today) })
    return page(await namePage(tx, asked, mailbox, { form }))
  })

export const nameTypedPerson = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const mailbox = await runBy(tx, asked)
    if (!mailbox) return missing
    const people = (await presentPersons(tx)).map(it => it.id)
    const read = readNaming(asked.form, mailbox.id, people)
    const named = read.ok
      ? await nameSomebody(tx, mailbox, read.value, { actor: asked.viewer.person, now: asked.now })
      : read
    if (!named.ok) return pageAgain(await namePage(tx, asked, mailbox, { form: asked.form, refusal: named.refusal }))
    return redirect(`/mailboxes/${mailbox.key}`, 'Person named')
  })

async function namePage(tx: Tx, asked: Asked, mailbox: Mailbox, filled: Filled): Promise<Page> {
  const { choice, day } = fieldsOf(filled)
  const people = (await presentPersons(tx)).map(it => ({
    value: it.id,
    text: it.title ? `${it.name}, ${it.title}` : it.name,
  }))
  const parts = Object.entries(partWords).map(([value, text]) => ({ value, text }))
  const action = `/mailboxes/${mailbox.key}/people/add`
  return {
    title: `Name somebody in ${mailbox.name}`,
    current: '/mailboxes',
    back: { href: `/mailboxes/${mailbox.key}` },
    body: wholeForm(
      { asked, action, send: 'Name this person', ids: { from: 'from-day', until: 'until-day' }, ...filled },
      html`${choice('person', 'Person', [choose('Select a person'), ...people])} ${choice('part', 'Part', parts)}
      ${day('from', 'First day', 'For example, 1 12 2026')}
      ${day('until', 'Last day (optional)', 'Leave empty until further notice')}`,
    ),
  }
}

export const endPartForm = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const found = await namedPart(tx, asked)
    return found ? page(endPage(asked, found, { form: emptyForm })) : missing
  })

export const endTypedPart = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const found = await namedPart(tx, asked)
    if (!found) return missing
    const { mailbox, named } = found
    const until = typedDay(asked.form, 'until', 'Last day')
    const ended = until.ok
      ? await endNaming(tx, mailbox, named, until.value, { actor: asked.viewer.person, now: asked.now })
      : until
    if (!ended.ok) return pageAgain(endPage(asked, found, { form: asked.form, refusal: ended.refusal }))
    return redirect(`/mailboxes/${mailbox.key}`, `${named.name} is named until ${until.ok ? inWords(until.value) : ''}`)
  })

type Found = { readonly mailbox: Mailbox; readonly named: NamedPart }

async function namedPart(tx: Tx, asked: Asked): Promise<Found | undefined> {
  const mailbox = await runBy(tx, asked)
  if (!mailbox) return undefined
  const now = await namedPeopleOf(tx, mailbox.id, asked.now.today)
  const later = await namedLater(tx, mailbox.id, asked.now.today)
  const named = [...now, ...later].find(it => it.id === asked.params.id)
  return named && { mailbox, named }
}

function endPage(asked: Asked, { mailbox, named }: Found, filled: Filled): Page {
  return {
    title: `Last day of ${named.name} in ${mailbox.name}`,
    current: '/mailboxes',
    back: { href: `/mailboxes/${mailbox.key}` },
    body: wholeForm(
      {
        asked,
        action: `/mailboxes/${mailbox.key}/people/${named.id}`,
        send: 'Save the last day',
        ids: { until: 'until-day' },
        ...filled,
      },
      fieldsOf(filled).day(
        'until',
        'Last day',
        'From the day after, they no longer see what is in it unless it names them otherwise',
      ),
    ),
  }
}
