import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Piece } from './hand-over.sql.ts'

type Seen = {
  readonly reference: string
  /** who handed it over */
  readonly by: string
  readonly dueOn: Day
  readonly wanted: string
  readonly shared: readonly Piece[]
  readonly files: Html
}

/** All that a partner sees of a hand-over: the same on their page and in the preview of who hands it over. */
export const whatTheySee = ({ reference, by, dueOn, wanted, shared, files }: Seen): Html =>
  html`<p class="govuk-body">
      <span class="os-reference">${reference}</span>, from <bdi>${by}</bdi> of the council. Please answer by
      ${inWordsWithWeekday(dueOn)}.
    </p>
    <h3 class="govuk-heading-s govuk-!-margin-bottom-1">What is needed</h3>
    <p class="govuk-body os-plain-text" dir="auto">${wanted}</p>
    ${piecesShown(shared)} ${files}`

export const piecesShown = (pieces: readonly Piece[]): Html =>
  html`${pieces.map(
    it =>
      html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${it.name}</h3>
        <p class="govuk-body os-plain-text" dir="auto">${it.words}</p>`,
  )}`
