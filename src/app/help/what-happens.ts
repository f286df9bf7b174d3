import { acts, statusWords, type Part } from '#enquiries/door.ts'
import { laddersInForce, type Ladder } from '#escalation/door.ts'
import { counted, listInWords } from '#kernel/text.ts'
import { openMailboxes, topics } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Day } from '#kernel/day.ts'
import { setting } from '#platform/settings.ts'
import { details } from '#platform/views/components/details.ts'
import { table } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'

/** The council's own numbers, as they are in force today. */
export type Rules = {
  readonly limit: number
  readonly roundTwo: number
  readonly ladder: Ladder
  readonly extension: number
  readonly silence: number
  readonly waiting: number
  readonly reopen: number
  /** mailboxes and topics with a target of their own, in working days */
  readonly own: readonly { readonly name: string; readonly days: number }[]
}

export async function rulesInForce(tx: Tx, today: Day): Promise<Rules> {
  const days = <K extends Parameters<typeof setting>[1]>(key: K) => setting(tx, key) as Promise<number>
  const [limit, roundTwo, extension, silence, waiting, reopen] = await Promise.all([
    days('enquiries.limit-working-days'),
    days('enquiries.round-two-working-days'),
    days('enquiries.extension-working-days'),
    days('enquiries.silence-working-days'),
    days('enquiries.waiting-limit-working-days'),
    days('enquiries.reopen-working-days'),
  ])
  const [boxes, about, ladders] = await Promise.all([openMailboxes(tx, today), topics(tx), laddersInForce(tx, today)])
  const ladder = ladders.ofService(null)
  const own = [...boxes, ...about].flatMap(({ name, limitWorkingDays }) =>
    limitWorkingDays === null || limitWorkingDays === limit ? [] : [{ name, days: limitWorkingDays }],
  )
  return { limit, roundTwo, ladder, extension, silence, waiting, reopen, own }
}

const wd = (n: number): string => counted(n, 'working day')

/** The way of an enquiry in the words of whoever waits for it, with the numbers that are really used. */
export const whatHappens = (it: Rules): Html => html`
  <p class="govuk-body-l">The way of an enquiry, with the times this council has set itself.</p>
  <h2 class="govuk-heading-m" id="received">1. We have it</h2>
  <p class="govuk-body">
    It gets a number at once, and you get an email with it and the day by which we answer: ${wd(it.limit)} after the day
    it reached us, wherever in the council that was. Weekends, bank holidays and days on which the council is closed do
    not count.
  </p>
  ${it.own.length > 0 && details({ summaryText: 'Where another time holds', html: ownTimes(it) })}
  <h2 class="govuk-heading-m" id="handler">2. Somebody has it</h2>
  <p class="govuk-body">
    What it is about decides which mailbox answers. When somebody takes it you hear their name and when you will hear
    from them next. If somebody was given it and has not accepted after ${wd(it.ladder.notAccepted)}, whoever runs the
    mailbox is told; after ${wd(it.ladder.stillNotAccepted)} member services are. Passing it on never gives us more
    time.
  </p>
  <h2 class="govuk-heading-m" id="question">3. We may ask you something</h2>
  <p class="govuk-body">
    While we wait for your reply our clock stands still, and only then. Reply to the email and it goes on. If we hear
    nothing for ${wd(it.waiting)} the enquiry closes; you can open it again.
  </p>
  <h2 class="govuk-heading-m" id="later">4. If we need longer</h2>
  <p class="govuk-body">
    We say so before the day comes, with the reason and a new date: by at most ${wd(it.extension)} by whoever has it,
    and once more only by the head of the service. We are still judged by the first date. When a date has passed you can
    chase: whoever has it and whoever runs the mailbox are told.
  </p>
  ${ladderInWords(it.ladder)}
  <h2 class="govuk-heading-m" id="answer">5. You get an answer</h2>
  <p class="govuk-body">
    It answers each question you numbered, or says why one is not answered. What we promise in it is followed until it
    is done, also after the enquiry is closed. For some matters a second person reads it before it goes.
  </p>
  <p class="govuk-body">
    If a partner of the council has to settle it, we tell you who. They get only what they need for that, our date
    stays, and we still answer you.
  </p>
  <h2 class="govuk-heading-m" id="after">6. You say whether it helps</h2>
  <ul class="govuk-list govuk-list--bullet">
    <li>“This answers it” closes the enquiry.</li>
    <li>“This does not answer it” begins a second round: we answer again within ${wd(it.roundTwo)}.</li>
    <li>If you say nothing for ${wd(it.silence)}, it closes by itself, and we do not count that as satisfied.</li>
    <li>A closed enquiry can be opened again for ${wd(it.reopen)}.</li>
  </ul>
  <h2 class="govuk-heading-m" id="restricted">Restricted matters</h2>
  <p class="govuk-body">
    If a person may be at risk, or it is about an employee or somebody’s health, it goes straight to the proper officer.
    Only you and the people of that mailbox see it, and our emails say nothing about it.
  </p>
  ${details({ summaryText: 'Everything that can be done to an enquiry, and by whom', html: actTable() })}
`

/** What late work does by itself, for whoever waits: the numbers of a service of its own stand on its page. */
const ladderInWords = (it: Ladder): Html => html`
  <p class="govuk-body">An enquiry that is late climbs by itself. Each step happens once, and nobody can stop it:</p>
  <ul class="govuk-list govuk-list--bullet">
    <li>${wd(it.dueSoon)} before the date, whoever has it and whoever runs the mailbox are warned;</li>
    <li>
      ${wd(it.overdue)} after it the head of service is told, and we tell you that we are late and when you will hear
      again;
    </li>
    <li>after ${wd(it.stillOverdue)} the director is told;</li>
    <li>after ${wd(it.leadership)} it is on the leadership team’s list until you have your answer.</li>
  </ul>
  <p class="govuk-body">
    Chase a second time and it goes one step further up at once, and you are owed a word from somebody. The
    <a class="govuk-link" href="/escalation">ladder of each service</a> is there for everybody to see.
  </p>
`

const ownTimes = ({ own }: Rules): Html =>
  html`<ul class="govuk-list govuk-list--bullet">
    ${own.map(it => html`<li>${it.name}: ${wd(it.days)}</li>`)}
  </ul>`

const partWords: Record<Part, string> = {
  member: 'the member',
  assistant: 'their assistant',
  'member-services': 'member services',
  holder: 'whoever has it',
  responder: 'the mailbox’s people',
  owner: 'who runs the mailbox',
  head: 'the head of service',
  contributor: 'somebody asked for a part',
  partner: 'the partner who was handed it',
  officer: 'any officer who sees it',
  system: 'the clock',
}

/** Out of the very table by which acts are allowed or refused. */
const actTable = (): Html =>
  scrolling(
    table({
      firstCellIsHeader: true,
      head: [{ text: 'What' }, { text: 'When it is' }, { text: 'By' }],
      rows: acts.map(it => [
        { text: it.label },
        { text: listInWords(it.from.map(status => statusWords[status].toLowerCase())) },
        { text: listInWords(it.by.map(part => partWords[part as Part] ?? part)) },
      ]),
    }),
  )
