import type { Day } from '#kernel/day.ts'
import { shortened } from '#kernel/text.ts'
import type { WorkListRow } from '#platform/views/components/work-list.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import type { Listed } from '../list.sql.ts'
import { dueInWords } from '../page/due-words.ts'
import { flagsOf } from '../page/status.ts'
import { columnNamed, type ColumnName, type Drawing } from './columns.ts'

export type RowDrawing = Drawing & {
  readonly columns: readonly ColumnName[]
  /** may tick rows and do something to all of them */
  readonly picks: boolean
  readonly takes: boolean
}

/** One enquiry as a line of the work list. Its box and its button belong to forms that stand once beside the list. */
export function workRow(it: Listed, drawing: RowDrawing): WorkListRow {
  const due = dueInWords(it, drawing.me.today, drawing.calendar)
  const cells = drawing.columns.map(name => columnNamed(name).cell(it, drawing, due))
  return {
    classes: due.tone === 'late' ? 'os-list__row--late' : due.tone === 'soon' ? 'os-list__row--soon' : '',
    cells: [
      ...(drawing.picks ? [{ html: pickBox(it) }] : []),
      { html: enquiryCell(it, drawing) },
      ...cells.map(cell => (typeof cell === 'string' ? { text: cell } : { html: cell })),
      ...(drawing.takes ? [{ html: mayTake(it, drawing) ? takeButton(it) : nothing }] : []),
    ],
  }
}

const enquiryCell = (it: Listed, { me }: RowDrawing): Html =>
  html`<span class="os-quiet os-reference">${it.reference}</span>
    <a class="govuk-link" href="/enquiries/${it.reference}" dir="auto">${shortened(it.subject, 120)}</a> ${flags(
      it,
      me.today,
    )}`

function flags(it: Listed, today: Day): Html | false {
  const all = flagsOf({ ...it, today })
  return all.length > 0 && html`<span class="os-quiet">${all}</span>`
}

/** The form with this id holds what is done to all ticked ones. */
export const pickForm = 'pick'

const pickBox = ({ reference }: Listed): Html =>
  html`<label class="os-pick"
    ><input type="checkbox" form="${pickForm}" name="pick" value="${reference}" /><span class="govuk-visually-hidden"
      >Select ${reference}</span
    ></label
  >`

const mayTake = ({ status, holderId, inTheirMailbox }: Listed, { me }: RowDrawing): boolean =>
  status === 'new' ? inTheirMailbox : status === 'assigned' && holderId === me.person

/** The form with this id holds the token; the button says which enquiry, as its reader saw it. */
export const takeForm = 'take'

const takeButton = ({ reference, version, status }: Listed): Html =>
  html`<button
    class="govuk-button govuk-button--secondary"
    form="${takeForm}"
    formaction="/enquiries/${reference}/${status === 'assigned' ? 'accept' : 'take'}"
    name="version"
    value="${version}"
  >
    ${status === 'assigned' ? 'Accept' : 'Take'}<span class="govuk-visually-hidden"> ${reference}</span>
  </button>`
