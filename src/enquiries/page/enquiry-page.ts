import { mayDo } from '#platform/http/viewer.ts'
import { inWords } from '#kernel/day.ts'
import { shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { card } from '#platform/views/components/card.ts'
import { dayMeter } from '#platform/views/components/day-meter.ts'
import { details } from '#platform/views/components/details.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { isOpen, owedAnswer } from '../enquiry.ts'
import { ladderCard } from '../climb/ladder-card.ts'
import { openContributions } from '../contribution/contribution.ts'
import { contributionsCard } from '../contribution/contributions-card.ts'
import { partnerCard } from '../hand-over/partner-card.ts'
import { misplaced } from '../decline/misplaced.ts'
import { company } from '../presence/company.ts'
import { looking } from '../presence/presence.ts'
import { riskCard } from '../risk/risk-card.ts'
import { waitsToBeRead } from '../review/waits-to-be-read.ts'
import { watchButton } from '../watch/watch-button.ts'
import { actsCard } from './acts-card.ts'
import { clockInWords } from './clock-words.ts'
import { conversation } from './conversation.ts'
import { erasedNotice } from './erased-notice.ts'
import { facts } from './facts.ts'
import { addressOf, type Opened } from './open-enquiry.ts'
import { promisesCard, questionsCard } from './questions-and-promises.ts'
import { joinedNotice, togetherCard } from '../together/together-card.ts'
import type { Whole } from './read-enquiry.ts'
import { flagsOf, tagOfStatus } from './status.ts'
import { history } from './history.ts'
import { unreachable } from './unreachable.ts'

/** The officers' page of one enquiry: how it stands, what can be done, what was said, what happened. */
export const enquiryPage = (opened: Opened, whole: Whole): Page => ({
  title: `${shortened(opened.names.subject, 80)} – ${opened.enquiry.reference}`,
  ownHeading: true,
  wide: true,
  current: '/enquiries',
  back: { href: '/enquiries', text: 'Work list' },
  body: html`${company(opened, looking, whole.present)}
    <div id="enquiry-now" data-changes-with-enquiry>
      ${head(opened, whole)} ${joinedNotice(opened.enquiry, whole.others, addressOf)} ${unplaced(opened)}
      ${misplaced(opened)} ${waitsToBeRead(opened)} ${lane(opened)} ${unreachable(whole.unreachable)}
      <div class="os-enquiry">
        <div class="os-enquiry__clock">${clock(opened)}</div>
        <div class="os-enquiry__acts">${actsCard(opened)}</div>
        <div class="os-enquiry__said">
          <h2 class="govuk-heading-m" id="conversation">Conversation</h2>
          ${opened.names.erased
            ? erasedNotice(opened.names)
            : conversation({ ...whole, reference: opened.enquiry.reference })}
          ${history(whole, mayDo(opened.asked.viewer, 'audit.read') ? opened.enquiry.reference : undefined)}
        </div>
        <div class="os-enquiry__known">
          ${facts(opened)} ${riskCard(opened, whole.risk)}
          ${ladderCard({ ...opened, ...whole, today: opened.asked.now.today })} ${partnerCard(opened, whole)}
          ${!opened.names.erased && contributionsCard(opened, whole)}
          ${!opened.names.erased && html`${questionsCard(opened, whole)} ${promisesCard(opened, whole)}`}
          ${togetherCard(opened, whole)} ${whole.beside}
        </div>
      </div>
    </div>`,
})

function head(opened: Opened, { watching }: Whole): Html {
  const { enquiry, names } = opened
  const short = shortened(names.subject, 160)
  return html`<span class="govuk-caption-l os-reference">${enquiry.reference}</span>
    <h1 class="govuk-heading-l govuk-!-margin-bottom-2" dir="auto">${short}</h1>
    ${short !== names.subject &&
    details({ summaryText: 'The whole subject', html: html`<p class="govuk-body" dir="auto">${names.subject}</p>` })}
    <div class="os-head-line">
      <p class="govuk-body">
        ${tagOfStatus(enquiry.status)}
        ${flagsOf({
          ...enquiry,
          openContributions: openContributions(enquiry).length,
          owedOn: owedAnswer(enquiry)?.dueOn ?? null,
          today: opened.asked.now.today,
        })}
      </p>
      ${watchButton(opened, watching)}
    </div>`
}

/** In no mailbox it is nobody's work: that has to be seen at once. */
const unplaced = ({ enquiry }: Opened) =>
  enquiry.mailboxId === null &&
  isOpen(enquiry) &&
  insetText({
    html: html`<strong>Not placed yet.</strong> It is in no mailbox, so nobody works on it, and its clock runs. Move it
      to where it belongs.`,
  })

/** A message after the answer is easily missed: it stands above everything. */
const lane = ({ enquiry }: Opened) =>
  enquiry.laneOn &&
  insetText({
    text: `The member wrote after the answer on ${inWords(enquiry.laneOn)}. Read it and decide: nothing more is needed, or the answer did not answer it.`,
  })

function clock({ enquiry, asked, calendar }: Opened): Html {
  const shown = clockInWords(enquiry, asked.now.today, calendar)
  return card({
    html: dayMeter({
      heading: { text: shown.heading },
      words: { text: shown.words },
      used: shown.used,
      limit: shown.limit,
      tone: shown.tone,
      link: { text: 'How this date was worked out', href: `${addressOf(enquiry)}/clock` },
    }),
  })
}
