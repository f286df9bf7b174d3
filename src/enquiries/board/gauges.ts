import { numberInWords } from '#kernel/text.ts'
import { card } from '#platform/views/components/card.ts'
import { details } from '#platform/views/components/details.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import { toneWords, type Load, type Tone } from './capacity.ts'
import type { Board } from './read-board.ts'
import { listOf } from './standing.ts'

const tags = { good: 'done', amber: 'soon', red: 'late' } as const satisfies Record<Tone, string>

/** Capacity in five and in ten working days, in words and as a bar. */
export const gauges = (board: Board): Html =>
  board.five && board.ten
    ? html`<div class="os-gauges">${gauge(board, 'dueInFive', board.five)} ${gauge(board, 'dueInTen', board.ten)}</div>
        ${howWorkedOut(board)}`
    : html`<p class="govuk-body">
        Too few to say: ${numberInWords(board.pace.settled)} settled in the last eight weeks.
      </p>`

function gauge({ mailbox, horizon }: Board, name: 'dueInFive' | 'dueInTen', load: Load): Html {
  const { due, settles, percent, tone, workingDays } = load
  return card({
    heading: { text: `In ${workingDays} working days`, level: 3 },
    html: html`<p class="os-gauge__figure">
        ${numberInWords(percent)}% ${statusTag({ tone: tags[tone], text: toneWords[tone] })}
      </p>
      <progress
        class="os-progress os-progress--${tone}"
        value="${Math.min(percent, 200)}"
        max="200"
        aria-label="Capacity used: ${percent}%"
      ></progress>
      <p class="os-gauge__scale os-quiet" aria-hidden="true"><span>0%</span><span>100%</span><span>200%</span></p>
      <p class="govuk-body">
        <a class="govuk-link" href="${listOf(name, { mailbox: mailbox.key }, horizon)}"
          >${numberInWords(due)} late or due by then</a
        >. At the pace of the last eight weeks ${numberInWords(Math.round(settles))} get settled.
      </p>`,
  })
}

const howWorkedOut = ({ pace }: Board): Html =>
  details({
    summaryText: 'How this is worked out',
    html: html`<p class="govuk-body">
      What is late already or due within so many working days, over what is settled in as many. In the last eight weeks
      ${numberInWords(pace.settled)} were answered, or closed without an answer, in ${pace.workingDays} working days:
      ${(pace.settled / pace.workingDays).toFixed(1)} a day. They are counted each night.
    </p>`,
  })
