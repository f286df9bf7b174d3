import { currentCalendar, workingDaysBetween, type Calendar } from '#clock/door.ts'
import { inWords, type Day } from '#kernel/day.ts'
import { counted, shortened } from '#kernel/text.ts'
import { namesInRegister } from '#mailboxes/door.ts'
import { personNames } from '#people/door.ts'
import { page, type Answer } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import {
  restrictedWithLeadership,
  withLeadership,
  type RestrictedWithLeadership,
  type WithLeadership,
} from './leadership.sql.ts'

/** What is so late that the leadership team sees it until it is answered (domain, section 4). */
export const leadershipPage = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const [late, calendar, nameOf] = await Promise.all([withLeadership(tx), currentCalendar(tx), namesInRegister(tx)])
    const people = await personNames(tx, [...new Set(late.flatMap(it => [it.memberId, it.holderId ?? []].flat()))])
    // by itself: what is asked beside it would be asked with the council's sight, too
    const restricted = await restrictedWithLeadership(tx, asked.viewer.person!)
    const seen = { today: asked.now.today, calendar, nameOf, people }
    return page({
      title: 'Leadership list',
      current: '/escalation/leadership',
      wide: true,
      body: html`<p class="govuk-body-l">
          ${counted(late.length + restricted.length, 'enquiry', 'enquiries')} so late that the head of service and the
          director have been told, and no answer has gone. Each stands here until it is answered.
        </p>
        ${late.length === 0
          ? emptyState({ heading: { text: 'Nothing is this late' }, text: 'What climbs this far stands here.' })
          : lateList(late, seen)}
        ${restricted.length > 0 && restrictedList(restricted, seen)}
        <p class="govuk-body"><a class="govuk-link" href="/escalation">How late work climbs</a></p>`,
    })
  })

type Seen = {
  readonly today: Day
  readonly calendar: Calendar
  readonly nameOf: (id: string | null) => string | null
  readonly people: ReadonlyMap<string, string>
}

const lateList = (late: readonly WithLeadership[], seen: Seen): Html =>
  workList({
    caption: 'Enquiries with the leadership team, the longest first',
    columns: [
      { text: 'Enquiry' },
      { text: 'From' },
      { text: 'With' },
      { text: 'Late' },
      { text: 'On this list since' },
      { text: 'Last word to the member' },
    ],
    rows: late.map(it => ({
      cells: [
        {
          html: html`<span class="os-quiet os-reference">${it.reference}</span>
            <a class="govuk-link" href="/enquiries/${it.reference}" dir="auto">${shortened(it.subject, 120)}</a>`,
        },
        { html: html`<bdi>${seen.people.get(it.memberId) ?? ''}</bdi>` },
        {
          html: html`${(it.holderId && seen.people.get(it.holderId)) ?? 'Nobody yet'}<br /><span class="os-quiet"
              >${seen.nameOf(it.mailboxId) ?? 'Not placed yet'}</span
            >`,
        },
        { html: lateness(it, seen) },
        { text: inWords(it.sinceOn) },
        { html: lastWord(it, seen) },
      ],
    })),
  })

const restrictedList = (restricted: readonly RestrictedWithLeadership[], seen: Seen): Html =>
  html`<h2 class="govuk-heading-m govuk-!-margin-top-6">Restricted, by number only</h2>
    <p class="govuk-body">Ask the proper officer of the matter: only they may say what it is about.</p>
    ${workList({
      caption: 'Restricted enquiries with the leadership team',
      columns: [{ text: 'Number' }, { text: 'Late' }, { text: 'On this list since' }],
      rows: restricted.map(it => ({
        cells: [
          { html: html`<span class="os-reference">${it.reference}</span>` },
          { html: lateness(it, seen) },
          { text: inWords(it.sinceOn) },
        ],
      })),
    })}`

const lateness = ({ dueOn }: Pick<WithLeadership, 'dueOn'>, { calendar, today }: Seen): Html =>
  html`${counted(Math.max(0, workingDaysBetween(calendar, dueOn, today)), 'working day')}<br /><span class="os-quiet"
      >due ${inWords(dueOn)}</span
    >`

function lastWord({ saidOn, nextUpdateOn }: WithLeadership, { today }: Seen): Html {
  const next = nextUpdateOn && html`<br /><span class="os-quiet">next by ${inWords(nextUpdateOn)}</span>`
  const missed = nextUpdateOn !== null && nextUpdateOn < today && statusTag({ tone: 'late', text: 'Missed' })
  return html`${saidOn ? inWords(saidOn) : 'None yet'}${next} ${missed}`
}
