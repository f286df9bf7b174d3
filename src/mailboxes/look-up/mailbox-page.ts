import { services, organisations } from '#people/door.ts'
import { inWords, type Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, type Answer } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { setting } from '#platform/settings.ts'
import { button } from '#platform/views/components/button.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html, type Piece } from '#platform/views/html.ts'
import { readsReplies } from '../canned-replies/canned-reply.sql.ts'
import { heldRegister } from '../held-register.ts'
import { isOpen, type Mailbox, type NamedPerson } from '../mailbox.ts'
import { namedPeopleOf } from '../people.sql.ts'
import type { Register } from '../register.ts'
import { holds } from '../routing.ts'
import { limitWords, partWords, sensitivityWords } from '../words.ts'
import { isInside, namedLater, runs } from './look-up.sql.ts'

/** One mailbox. Of a restricted one, people outside it learn its name and what it is for, and nothing else. */
export const mailboxPage = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const register = await heldRegister(tx)
    const mailbox = register.mailboxes.find(it => it.key === asked.params.key)
    if (!mailbox) return missing
    const inside = !mailbox.restricted || (await isInside(tx, mailbox.id))
    const body = inside ? await whole(tx, asked, register, mailbox) : outline(mailbox)
    return page({ title: mailbox.name, current: '/mailboxes', back: { href: '/mailboxes' }, body })
  })

const outline = (mailbox: Mailbox): Html => html`<p class="govuk-body-l">${mailbox.purpose}</p>
  ${insetText({
    text: 'This mailbox is restricted. What is in it, and who answers, is known only to the people it names.',
  })}`

async function whole(tx: Tx, asked: Asked, register: Register, mailbox: Mailbox): Promise<Html> {
  const on = asked.now.today
  const [people, later, mayRun, mayRead, ours, partners, council] = await Promise.all([
    namedPeopleOf(tx, mailbox.id, on),
    namedLater(tx, mailbox.id, on),
    runs(tx, mailbox.id),
    readsReplies(tx, mailbox.id),
    services(tx),
    organisations(tx),
    setting(tx, 'enquiries.limit-working-days'),
  ])
  const service = ours.find(it => it.id === mailbox.serviceId)
  const runBy = service
    ? `${service.name}, ${service.directorate}`
    : (partners.find(it => it.id === mailbox.organisationId)?.name ?? '')
  return html`<p class="govuk-body-l">${mailbox.purpose}</p>
    ${!isOpen(mailbox, on) && insetText({ text: `Closed since ${inWords(mailbox.closedOn!)}: it takes nothing new.` })}
    ${summaryList({ rows: facts(mailbox, runBy, council, on) })}
    <h2 class="govuk-heading-m">People</h2>
    ${peopleList(mailbox, people, mayRun)}
    ${later.map(
      it =>
        html`<p class="govuk-body">
          From ${inWords(it.fromOn)}: ${it.name}, ${partWords[it.part].toLowerCase()} ${mayRun && change(mailbox, it)}
        </p>`,
    )}
    ${mayRun &&
    button({ text: 'Name somebody', href: `/mailboxes/${mailbox.key}/people/add`, classes: 'govuk-button--secondary' })}
    ${mayRun &&
    html`<p class="govuk-body">
      <a class="govuk-link" href="/mailboxes/${mailbox.key}/new-work">Change how new work is given out</a>
    </p>`}
    <h2 class="govuk-heading-m">Topics</h2>
    ${topicsList(register, mailbox, on)}
    ${mayRead &&
    html`<p class="govuk-body">
      <a class="govuk-link" href="/mailboxes/${mailbox.key}/replies">Canned replies</a>: words ready to be used in
      answers
    </p>`}
    ${mayDo(asked.viewer, 'mailboxes.administer') &&
    button({
      text: 'Change this mailbox',
      href: `/mailboxes/${mailbox.key}/edit`,
      classes: 'govuk-button--secondary',
    })}`
}

function facts(it: Mailbox, runBy: string, council: number, on: Day): SummaryListRow[] {
  const email = html`<a class="govuk-link" href="mailto:${it.address}">${it.address}</a>`
  const rows: [string, Piece][] = [
    ['Email', email],
    ['Telephone', it.phone],
    ['Run by', runBy],
    ['Target', `${limitWords(it, council)}${it.limitWorkingDays === null ? ', as the council has it' : ''}`],
    ['Standard of answers', it.standard],
    [
      'New work',
      it.givesOut ? 'Given out by itself, to whoever is present and has least' : 'Waits to be taken, or given out',
    ],
    ['Receives', it.handles.map(word => sensitivityWords[word]).join('. ')],
    ['Closes', it.closedOn && it.closedOn > on ? inWords(it.closedOn) : ''],
  ]
  return rows
    .filter(([, value]) => value)
    .map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } }))
}

function peopleList(mailbox: Mailbox, people: readonly NamedPerson[], mayRun: boolean): Html {
  if (people.length === 0) return html`<p class="govuk-body">Nobody is named yet.</p>`
  const columns = [
    { text: 'Name' },
    { text: 'Part' },
    { text: 'Present' },
    ...(mayRun ? [{ text: 'Change', hidden: true }] : []),
  ]
  const rows = people.map(it => ({
    cells: [
      { text: it.name },
      { text: it.untilOn ? `${partWords[it.part]} until ${inWords(it.untilOn)}` : partWords[it.part] },
      { text: presence(it) },
      ...(mayRun ? [{ html: change(mailbox, it) }] : []),
    ],
  }))
  return workList({ caption: 'People named today', columns, rows })
}

const change = (mailbox: Mailbox, it: Pick<NamedPerson, 'id' | 'name'>): Html =>
  html`<a class="govuk-link" href="/mailboxes/${mailbox.key}/people/${it.id}"
    >Set the last day<span class="govuk-visually-hidden"> of ${it.name}</span></a
  >`

function presence(it: NamedPerson): string {
  if (!it.absent) return 'Yes'
  const until = it.absentUntilOn ? `Away until ${inWords(it.absentUntilOn)}` : 'Away'
  return it.coverName ? `${until}; ${it.coverName} stands in` : until
}

function topicsList(register: Register, mailbox: Mailbox, on: Day): Html {
  const mine = register.responsibilities.filter(
    it => it.mailboxId === mailbox.id && (it.untilOn === null || it.untilOn >= on),
  )
  const lines = mine.flatMap(it => {
    const topic = register.topicById.get(it.topicId)
    const when = holds(it, on) ? it.untilOn && `, until ${inWords(it.untilOn)}` : `, from ${inWords(it.fromOn)}`
    return topic
      ? [
          {
            name: topic.name,
            line: html`<a class="govuk-link" href="/topics/${topic.key}">${topic.name}</a>${it.wardId &&
              ' in one ward'}${when}`,
          },
        ]
      : []
  })
  if (lines.length === 0) return html`<p class="govuk-body">It answers for no topic now.</p>`
  return html`<ul class="govuk-list govuk-list--bullet">
    ${lines.toSorted((a, b) => a.name.localeCompare(b.name)).map(it => html`<li>${it.line}</li>`)}
  </ul>`
}
