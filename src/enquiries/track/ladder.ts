import { inWords, inWordsWithWeekday } from '#kernel/day.ts'
import { details } from '#platform/views/components/details.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { LadderStep } from '../climb/ladder-step.ts'
import type { Rung } from '../climb/rung.ts'
import { isOpen, owedAnswer } from '../enquiry.ts'
import type { Tracked } from './track.ts'

const happened: Record<Rung, string> = {
  'not-accepted': 'Nobody had taken it on, and the owner of the mailbox was told',
  'still-not-accepted': 'Still nobody had taken it on, and member services were told',
  'nothing-said': 'Nobody had written to you yet, and whoever has it was told',
  'due-soon': 'The answer was due soon, and whoever has it was warned',
  overdue: 'The head of service was told that it is late',
  'new-date': 'We told you that it is late, and when you hear again',
  'still-overdue': 'The director was told that it is still late',
  leadership: 'It went on the leadership team’s list, until you have your answer',
}

const willHappen: Record<Rung, string> = {
  'not-accepted': 'if nobody has taken it on, the owner of the mailbox is told',
  'still-not-accepted': 'if still nobody has taken it on, member services are told',
  'nothing-said': 'if nobody has written to you, whoever has it is told',
  'due-soon': 'the answer is due soon, and whoever has it is warned',
  overdue: 'the head of service is told that it is late',
  'new-date': 'we tell you that it is late, and when you hear again',
  'still-overdue': 'the director is told that it is still late',
  leadership: 'it goes on the leadership team’s list, until you have your answer',
}

/** What is late climbs by itself: what has happened so far, and what will, in plain words. Open once something has. */
export function ladder({ enquiry, ladder: steps, asked }: Tracked): Html | false {
  if (!isOpen(enquiry) || steps.length === 0) return false
  const climbed = steps.filter(it => it.climbed)
  const ahead = steps.filter(it => !it.climbed)
  const isLate = climbed.some(it => it.rung === 'overdue')
  return details({
    summaryText: isLate ? 'Who has been told that it is late' : 'What happens if it is late',
    open: isLate,
    html: html`${climbed.length > 0 && list(climbed, it => html`${inWords(it.on)}: ${happened[it.rung]}.`)}
      ${ahead.length > 0 &&
      html`<p class="govuk-body">Unless you have your answer before:</p>
        ${list(ahead, it => html`${inWords(it.on)}: ${willHappen[it.rung]}.`)}`}
      <p class="govuk-body govuk-!-margin-bottom-0">
        ${owedWords(owedAnswer(enquiry)?.dueOn, asked.now.today)} Nobody can switch these steps off.
      </p>`,
  })
}

const list = (steps: readonly LadderStep[], words: (it: LadderStep) => Html): Html =>
  html`<ul class="govuk-list govuk-list--spaced">
    ${steps.map(it => html`<li>${words(it)}</li>`)}
  </ul>`

const owedWords = (dueOn: LadderStep['on'] | undefined, today: LadderStep['on']): string => {
  if (!dueOn) return 'If you chase a second time it goes one step further up at once, and you are owed a word from us.'
  return dueOn < today
    ? `Because you chased again, you were owed a word by ${inWordsWithWeekday(dueOn)}: we have not kept that. If you chase now, it goes further up.`
    : `Because you chased again, you are owed a word by ${inWordsWithWeekday(dueOn)}.`
}
