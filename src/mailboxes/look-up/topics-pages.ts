import { wards } from '#people/door.ts'
import { inWords, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { missing, page, type Answer } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { setting } from '#platform/settings.ts'
import { button } from '#platform/views/components/button.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html, type Piece } from '#platform/views/html.ts'
import { heldRegister } from '../held-register.ts'
import type { Register } from '../register.ts'
import { holds } from '../routing.ts'
import type { Responsibility, Topic } from '../topic.ts'
import { kindWords, limitWords, periodWords } from '../words.ts'

/** Every topic of the register, and which mailbox answers for it today. */
export const topicsPage = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const [register, council] = await Promise.all([heldRegister(tx), setting(tx, 'enquiries.limit-working-days')])
    const add =
      mayDo(asked.viewer, 'mailboxes.administer') &&
      button({ text: 'Add a topic', href: '/topics/add', classes: 'govuk-button--secondary' })
    const rows = register.topics.map(it => row(register, it, council, asked.now.today))
    const columns = [{ text: 'Topic' }, { text: 'Answered by' }, { text: 'Kind' }, { text: 'Target' }]
    const list = workList({ caption: 'Topics', columns, rows })
    const none = emptyState({ heading: { text: 'No topics yet' }, text: 'An administrator adds them.' })
    return page({
      title: 'Topics',
      current: '/mailboxes',
      wide: true,
      back: { href: '/mailboxes' },
      body: html`${rows.length > 0 ? list : none} ${add}`,
    })
  })

function row(register: Register, topic: Topic, council: number, on: Day) {
  const own = register.responsibilitiesByTopic.get(topic.id) ?? []
  const now = own.filter(it => holds(it, on))
  const general = now.find(it => it.wardId === null)
  const mailbox = general && register.mailboxById.get(general.mailboxId)
  const planned = own.filter(it => it.fromOn > on)
  const where = html`${general ? mailboxLink(register, general) : 'Nobody'}${now.some(it => it.wardId) &&
  html`, some wards otherwise`}${planned[0] &&
  html`<div class="govuk-hint govuk-!-margin-bottom-0">Changes on ${inWords(planned[0].fromOn)}</div>`}`
  return {
    cells: [
      { html: html`<a class="govuk-link" href="/topics/${topic.key}">${topic.name}</a>` },
      { html: where },
      { text: kindWords[topic.kind] },
      { text: limitWords(topic, mailbox?.limitWorkingDays ?? council) },
    ],
  }
}

/** One topic: what it means, who answers for it now, what is planned and what was. */
export const topicPage = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const [register, allWards] = await Promise.all([heldRegister(tx), wards(tx)])
    const topic = register.topics.find(it => it.key === asked.params.key)
    if (!topic) return missing
    const wardName = new Map(allWards.map(it => [it.id, it.name]))
    const body = html`${facts(topic)} ${arrangements(asked, register, topic, wardName)} ${ways(asked, topic)}`
    return page({ title: topic.name, current: '/mailboxes', back: { href: '/topics', text: 'All topics' }, body })
  })

const facts = (it: Topic): Html =>
  summaryList({
    rows: [
      { key: { text: 'Words people use' }, value: { text: it.words.join(', ') || 'None yet' } },
      { key: { text: 'Kind' }, value: { text: kindWords[it.kind] } },
      {
        key: { text: 'Target' },
        value: {
          text: it.limitWorkingDays === null ? 'As its mailbox has it' : counted(it.limitWorkingDays, 'working day'),
        },
      },
      it.needsReview && { key: { text: 'Before sending' }, value: { text: 'A second person reads the answer' } },
      it.lgsl !== null && { key: { text: 'Service list number' }, value: { text: it.lgsl } },
    ],
  })

function arrangements(asked: Asked, register: Register, topic: Topic, wardName: ReadonlyMap<string, string>): Html {
  const on = asked.now.today
  const own = register.responsibilitiesByTopic.get(topic.id) ?? []
  const part = (title: string, some: readonly Responsibility[], otherwise?: string): Piece =>
    (some.length > 0 || otherwise) &&
    html`<h2 class="govuk-heading-m">${title}</h2>
      ${some.length === 0 && html`<p class="govuk-body">${otherwise}</p>`}
      <ul class="govuk-list govuk-list--spaced">
        ${some.map(
          it => html`<li>${line(register, it, wardName)} ${it.fromOn > on && takeBack(asked, topic, it)}</li>`,
        )}
      </ul>`
  return html`${part(
    'Who answers',
    own.filter(it => holds(it, on)),
    'Nobody answers for it now. Enquiries about it wait for member services.',
  )}
  ${part(
    'Planned changes',
    own.filter(it => it.fromOn > on),
  )}
  ${part(
    'Before',
    own.filter(it => it.untilOn !== null && it.untilOn < on),
  )}`
}

const line = (register: Register, it: Responsibility, wardName: ReadonlyMap<string, string>): Html =>
  html`${mailboxLink(register, it)}${it.wardId && ` in ${wardName.get(it.wardId) ?? 'a ward'}`}.
  ${periodWords(it.fromOn, it.untilOn)}`

const takeBack = (asked: Asked, topic: Topic, it: Responsibility): Piece =>
  mayDo(asked.viewer, 'mailboxes.administer') &&
  html`<form method="post" action="/topics/${topic.key}/transfer/${it.id}/take-back">
    ${csrfField(asked.csrf)}
    ${button({ text: 'Take this change back', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
  </form>`

function mailboxLink(register: Register, it: Responsibility): Piece {
  const mailbox = register.mailboxById.get(it.mailboxId)
  return mailbox && html`<a class="govuk-link" href="/mailboxes/${mailbox.key}">${mailbox.name}</a>`
}

const ways = ({ viewer }: Asked, topic: Topic): Piece =>
  mayDo(viewer, 'mailboxes.administer') &&
  html`<div class="govuk-button-group">
    ${button({ text: 'Change the mailbox', href: `/topics/${topic.key}/transfer` })}
    ${button({ text: 'Change this topic', href: `/topics/${topic.key}/edit`, classes: 'govuk-button--secondary' })}
  </div>`
