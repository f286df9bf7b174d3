import { inWords, inWordsWithWeekday } from '#kernel/day.ts'
import { shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { card } from '#platform/views/components/card.ts'
import { dayMeter } from '#platform/views/components/day-meter.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { progressTrack } from '#platform/views/components/progress-track.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, nothing, type Html, type Piece } from '#platform/views/html.ts'
import { missedDate } from '../chase/chase.ts'
import { isOpen, joinedTo, outcomeWords } from '../enquiry.ts'
import type { Message } from '../message.sql.ts'
import { expectedFrom, expectedInWords } from '../expected/expected.ts'
import { clockInWords } from '../page/clock-words.ts'
import { answered, conversation, filesWith, plain } from './conversation.ts'
import { joinedNotice } from '../together/together-card.ts'
import { placeShown } from '../place/place-fields.ts'
import { erasedNotice } from '../page/erased-notice.ts'
import { ladder } from './ladder.ts'
import { replyForm } from './reply-form.ts'
import { memberTag } from './member-tag.ts'
import { trackAddress, type Tracked } from './track.ts'
import { chaseFrom, nextWords, reopenUntil, steps, type Where } from './where-it-is.ts'

/** An enquiry on its way, like a parcel: where it is, who has it, what happens next and by when. */
export function trackPage(it: Tracked): Page {
  const { enquiry, names } = it
  const body = html`
    <span class="govuk-caption-l os-reference">${enquiry.reference}</span>
    <h1 class="govuk-heading-l" dir="auto">${shortened(names.subject, 160)}</h1>
    ${joinedNotice(enquiry, it.others, trackAddress)} ${attention(it)} ${it.beside}
    ${progressTrack({ label: 'Where this enquiry is', steps: steps(whereOf(it)) })}
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${next(it)} ${ladder(it)}
        <h2 class="govuk-heading-m">Conversation</h2>
        ${names.erased ? erasedNotice(names) : conversation(it, waitingFor(it))}
        ${!isAsked(it) && !joinedTo(enquiry) && writing(it)}
      </div>
      <div class="govuk-grid-column-one-third">${due(it)} ${facts(it)} ${furtherActs(it)}</div>
    </div>
  `
  return {
    title: `${enquiry.reference} ${shortened(names.subject, 80)}`,
    body,
    ownHeading: true,
    wide: true,
    current: '/enquiries/mine',
    back: { href: '/enquiries/mine', text: 'All enquiries' },
  }
}

export const whereOf = ({ enquiry, names, asked, calendar, limits }: Tracked): Where => ({
  enquiry,
  names,
  today: asked.now.today,
  calendar,
  limits,
})

const isAsked = ({ enquiry }: Tracked): boolean => enquiry.status === 'waiting-for-member'

/** What waits for the member stands before everything else. */
function attention(it: Tracked): Html {
  const message = waitingFor(it)
  if (!message) return nothing
  return html`<div id="attention">${isAsked(it) ? question(it, message) : theAnswer(it, message)}</div>`
}

/** The question or the answer that waits for a word from the member. */
function waitingFor({ enquiry, messages }: Tracked): Message | undefined {
  const kind =
    enquiry.status === 'waiting-for-member' ? 'question' : enquiry.status === 'answered' ? 'answer' : undefined
  return kind && messages.findLast(message => message.kind === kind)
}

function question(it: Tracked, asked: Message): Html {
  return card({
    heading: { text: `${asked.fromName ?? it.names.mailbox ?? 'The council'} needs your reply` },
    html: html`${plain(asked.words)} ${filesWith(it, asked)}
      <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
      ${replyForm(it, { label: 'Your reply', button: 'Send reply' })}`,
  })
}

function theAnswer(it: Tracked, given: Message): Html {
  const { enquiry, asked } = it
  return card({
    heading: { text: 'You have an answer. Does it answer your enquiry?' },
    html: html`${plain(given.words)} ${answered(it, given)} ${filesWith(it, given)}
      <form method="post" action="${trackAddress(enquiry)}/agree" class="govuk-!-margin-top-4">
        ${csrfField(asked.csrf)} <input type="hidden" name="version" value="${enquiry.version}" />
        <div class="govuk-button-group govuk-!-margin-bottom-0">
          ${button({ text: 'This answers it', preventDoubleClick: true })}
          ${button({
            text: 'This does not answer it',
            href: `${trackAddress(enquiry)}/disagree`,
            classes: 'govuk-button--secondary',
          })}
        </div>
      </form>`,
  })
}

function next(it: Tracked): Html {
  const { enquiry, asked } = it
  const missed = enquiry.status === 'closed' || isAsked(it) ? undefined : missedDate(enquiry, asked.now.today)
  return card({
    heading: { text: enquiry.status === 'closed' ? 'How it ended' : 'What happens next' },
    html: html`${isOpen(enquiry) && whoWords(it)}
      <p class="govuk-body">${nextWords(whereOf(it))}</p>
      ${enquiry.laneOn &&
      html`<p class="govuk-body">You wrote after the answer. Somebody will look at it by the next working day.</p>`}
      ${missed ? chaseButton(it) : reopenButton(it)}`,
  })
}

/** Who has it, in one line: on a phone the facts stand far below. */
const whoWords = ({ names }: Tracked): Html =>
  html`<p class="govuk-body">
    With
    <strong>${[names.holder, names.mailbox ?? 'member services'].filter(Boolean).join(', ')}</strong
    >${names.mailboxPhone && html`, phone ${phoneLink(names.mailboxPhone)}`}.
  </p>`

const phoneLink = (phone: string): Html =>
  html`<a class="govuk-link os-nowrap" href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>`

const chaseButton = ({ enquiry }: Tracked): Html =>
  button({ text: 'Chase this enquiry', href: `${trackAddress(enquiry)}/chase`, classes: 'govuk-!-margin-bottom-0' })

function reopenButton(it: Tracked): Piece {
  if (it.enquiry.status !== 'closed' || joinedTo(it.enquiry)) return nothing
  const until = reopenUntil(whereOf(it))
  if (!until)
    return html`<p class="govuk-body">
        It closed too long ago to be opened again. A new enquiry can follow on from it.
      </p>
      ${button({
        text: 'Ask about it again',
        href: `${trackAddress(it.enquiry)}/follow-up`,
        classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
      })}`
  return html`<p class="govuk-body">You can open it again until ${inWordsWithWeekday(until)}.</p>
    ${button({
      text: 'Open it again',
      href: `${trackAddress(it.enquiry)}/reopen`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
    })}`
}

const writing = (it: Tracked): Html => html`
  <h2 class="govuk-heading-m govuk-!-margin-top-6 os-no-print" id="write">Write about this enquiry</h2>
  ${replyForm(it, { label: 'Your message', button: 'Send message' })}
`

function due({ enquiry, asked, calendar, expected }: Tracked): Html {
  // to an assistant “you” is the member they write for
  const { heading, words, used, limit, tone } = clockInWords(enquiry, asked.now.today, calendar, 'member')
  return card({
    html: html`${dayMeter({
      heading: { text: heading },
      words: { text: words },
      used,
      limit,
      tone,
      link: { text: 'How this date was worked out', href: `/enquiries/${enquiry.reference}/clock` },
    })}${isFirstAnswerAhead(enquiry) &&
    expected &&
    html`<p class="os-quiet govuk-!-margin-bottom-0">${expectedInWords(expected)}, ${expectedFrom(expected)}.</p>`}`,
  })
}

/** What history says is about the first answer. */
const isFirstAnswerAhead = (it: Tracked['enquiry']): boolean =>
  isOpen(it) && it.firstAnsweredOn === null && it.status !== 'waiting-for-member'

function facts(it: Tracked): Html {
  const { enquiry, names } = it
  const row = (key: string, value: Piece) => Boolean(value) && { key: { text: key }, value: { html: html`${value}` } }
  return card({
    heading: { text: isOpen(enquiry) ? 'Who has it now' : 'Who had it' },
    action: statusTag(memberTag(enquiry)),
    html: summaryList({
      classes: 'govuk-summary-list--no-border',
      rows: [
        row('Name', names.holder ?? (isOpen(enquiry) && 'Nobody yet')),
        row('How it ended', enquiry.outcome && outcomeWords[enquiry.outcome]),
        row('Team', names.mailbox ?? 'Member services'),
        row('Phone', names.mailboxPhone && phoneLink(names.mailboxPhone)),
        row(
          'Next update',
          isOpen(enquiry) && !isAsked(it) && enquiry.nextUpdateOn && html`by ${inWords(enquiry.nextUpdateOn)}`,
        ),
        row('Topic', names.topic),
        row('For', names.constituent && html`<bdi>${names.constituent}</bdi>`),
        row(
          'Where',
          names.place ? html`${placeShown(names.place)}${names.ward && html`<br />${names.ward} ward`}` : names.ward,
        ),
        row('Raised by', names.raiser && names.raiser !== names.member && names.raiser),
      ],
    }),
  })
}

/** What is seldom needed stands last: when chasing begins, withdrawing, making it confidential. */
function furtherActs(it: Tracked): Html {
  const { enquiry, asked } = it
  if (!isOpen(enquiry)) return confidential(it)
  // while a question waits for the member there is nothing to chase
  const from = isAsked(it) || missedDate(enquiry, asked.now.today) ? undefined : chaseFrom(enquiry)
  return html`
    ${from &&
    html`<p class="govuk-body os-quiet">You can chase this enquiry if you hear nothing by ${inWords(from)}.</p>`}
    <p class="govuk-body">
      <a class="govuk-link" href="${trackAddress(enquiry)}/withdraw">Withdraw this enquiry</a>
    </p>
    ${confidential(it)}
  `
}

/** A private matter may be noticed at any time, after the answer too. */
const confidential = ({ enquiry }: Tracked): Html =>
  enquiry.restricted
    ? nothing
    : html`<p class="govuk-body">
        <a class="govuk-link" href="${trackAddress(enquiry)}/restrict">Make this confidential</a>
      </p>`
