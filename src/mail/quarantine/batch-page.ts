import { counted } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { table } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Decided } from './decision.sql.ts'
import type { IntakeEntry } from './read-intake.sql.ts'
import { kindInWords, outcomeInWords, quarantinePath, subjectInWords } from './words.ts'

export type BatchView = {
  readonly batch: string
  readonly decided: readonly { readonly decision: Decided; readonly entry: IntakeEntry }[]
  readonly csrf: string
}

/** Whether a decision can be taken back: it was done, nobody did so yet, and nothing was decided since. */
export const mayUndo = ({ refused, undoneAt, kind }: Decided, { state }: IntakeEntry): boolean =>
  !refused &&
  !undoneAt &&
  ((kind === 'discard' && state === 'discarded') ||
    (['file', 'reply', 'new-enquiry'].includes(kind) && ['filed', 'new-enquiry'].includes(state)))

/** What became of each of several messages that were decided together. */
export function batchPage(view: BatchView): Page {
  const done = view.decided.filter(it => !it.decision.refused).length
  return {
    title: `${counted(done, 'message')} decided`,
    wide: true,
    current: quarantinePath(),
    back: { href: quarantinePath(), text: 'Mail in quarantine' },
    body: html`${done < view.decided.length &&
    html`<p class="govuk-body">${counted(view.decided.length - done, 'message')} stayed where they were.</p>`}
    ${results(view)} ${view.decided.some(it => mayUndo(it.decision, it.entry)) && undo(view)}`,
  }
}

const results = ({ decided }: BatchView): Html =>
  table({
    caption: 'What became of each message',
    captionClasses: 'govuk-visually-hidden',
    classes: 'os-stacking-table',
    head: [{ text: 'Message' }, { text: 'Decided' }, { text: 'Now' }],
    rows: decided.map(({ decision, entry }) => [
      {
        html: html`<a class="govuk-link" href="${quarantinePath(entry.id)}"
          ><bdi>${subjectInWords(entry.subject)}</bdi></a
        >`,
      },
      {
        text: decision.refused ? `Not done: ${decision.refused}` : `${kindInWords[decision.kind]}: ${decision.reason}`,
      },
      { text: outcomeInWords(entry) },
    ]),
  })

const undo = ({ batch, csrf }: BatchView): Html =>
  html`<form method="post" action="/mail/decided/${batch}/undo" novalidate>
    ${csrfField(csrf)} ${button({ text: 'Undo', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`
