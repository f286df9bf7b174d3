import { services, organisations } from '#people/door.ts'
import type { Day } from '#kernel/day.ts'
import { page, type Answer } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { setting } from '#platform/settings.ts'
import { button } from '#platform/views/components/button.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { search } from '#platform/views/components/search.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html, type Piece } from '#platform/views/html.ts'
import { heldRegister } from '../held-register.ts'
import { isOpen, type Mailbox } from '../mailbox.ts'
import type { Register } from '../register.ts'
import { routeTo } from '../routing.ts'
import { suggestTopics } from '../suggest.ts'
import { limitWords } from '../words.ts'
import { ownersOn } from './look-up.sql.ts'

type Known = {
  readonly owners: ReadonlyMap<string, string>
  readonly runBy: ReadonlyMap<string, string>
  /** the council's target, where a mailbox has no own one */
  readonly council: number
}

/** Who answers for what: a question in plain words, and every mailbox that takes enquiries. */
export const mailboxesPage = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const on = asked.now.today
    const [register, owners, ours, partners, council] = await Promise.all([
      heldRegister(tx),
      ownersOn(tx, on),
      services(tx),
      organisations(tx),
      setting(tx, 'enquiries.limit-working-days'),
    ])
    const runBy = new Map([...ours, ...partners].map(it => [it.id, it.name]))
    const question = (asked.query.q ?? '').trim()
    return page({
      title: 'Who answers for what',
      current: '/mailboxes',
      wide: true,
      body: html`${searchBox(question)} ${question && answers(register, question, on)}
      ${list(
        register.mailboxes.filter(it => isOpen(it, on)),
        { owners, runBy, council },
      )}
      ${closedList(register.mailboxes.filter(it => !isOpen(it, on)))} ${ways(asked)}`,
    })
  })

const searchBox = (question: string): Html =>
  search({
    action: '/mailboxes',
    label: { text: 'What is it about?' },
    hint: { text: 'In your own words. For example, a pothole by the school gate' },
    input: { name: 'q', id: 'q', value: question },
    button: { text: 'Find who answers' },
  })

function answers(register: Register, question: string, on: Day): Html {
  const found = suggestTopics(register.index, question)
  if (found.length === 0) {
    return emptyState({
      heading: { text: 'No topic fits those words' },
      text: 'Try other words, or look through the mailboxes below.',
    })
  }
  return html`<h2 class="govuk-heading-m">Likely topics</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${found.map(it => {
        const topic = register.topicById.get(it.topicId)!
        const routed = routeTo({
          topic,
          on,
          responsibilities: register.responsibilitiesByTopic.get(topic.id) ?? [],
          mailboxes: register.mailboxes,
        })
        const where = routed.ok ? html`answered by ${mailboxLink(routed.value.mailbox)}` : 'nobody answers for it now'
        return html`<li>
          <a class="govuk-link" href="/topics/${topic.key}">${topic.name}</a>: ${where}, because ${it.reason}
        </li>`
      })}
    </ul>`
}

const mailboxLink = (it: Mailbox): Html => html`<a class="govuk-link" href="/mailboxes/${it.key}">${it.name}</a>`

const columns = [{ text: 'Mailbox' }, { text: 'Run by' }, { text: 'Owner' }, { text: 'Target' }]

function list(open: readonly Mailbox[], { owners, runBy, council }: Known): Html {
  if (open.length === 0)
    return emptyState({ heading: { text: 'No mailboxes yet' }, text: 'An administrator adds them.' })
  const rows = open.map(it => ({
    cells: [
      {
        html: html`${mailboxLink(it)}${restrictedTag(it)}
          <div class="govuk-hint govuk-!-margin-bottom-0">${it.purpose}</div>`,
      },
      { text: runBy.get(it.serviceId ?? it.organisationId ?? '') ?? '' },
      { text: owners.get(it.id) ?? (it.restricted ? 'Known inside only' : 'Nobody') },
      { text: limitWords(it, council) },
    ],
  }))
  return html`<h2 class="govuk-heading-m">Mailboxes</h2>
    ${workList({ caption: 'Mailboxes that take enquiries', columns, rows })}`
}

const restrictedTag = (it: Mailbox): Piece =>
  it.restricted && html` ${statusTag({ text: 'Restricted', tone: 'guarded' })}`

function closedList(closed: readonly Mailbox[]): Piece {
  if (closed.length === 0) return ''
  return html`<h2 class="govuk-heading-m">Closed mailboxes</h2>
    <ul class="govuk-list">
      ${closed.map(it => html`<li>${mailboxLink(it)}</li>`)}
    </ul>`
}

const ways = ({ viewer }: Asked): Html => html`<ul class="govuk-list">
    <li><a class="govuk-link" href="/topics">All topics</a></li>
    <li><a class="govuk-link" href="/mailboxes/absences">Absence and cover</a></li>
    ${mayDo(viewer, 'mailboxes.sensitive-words') &&
    html`<li><a class="govuk-link" href="/mailboxes/sensitive-words">Words of sensitive matters</a></li>`}
  </ul>
  ${mayDo(viewer, 'mailboxes.administer') &&
  button({ text: 'Add a mailbox', href: '/mailboxes/add', classes: 'govuk-button--secondary' })}`
