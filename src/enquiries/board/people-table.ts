import { inWords, type Day } from '#kernel/day.ts'
import { numberInWords } from '#kernel/text.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Standing } from './board.sql.ts'
import type { BoardShown } from './board-page.ts'
import type { Share } from './read-board.ts'
import { listOf } from './standing.ts'

/** Everybody of the mailbox with their load, who is away and who stands in; who left stays to be seen for what is left. */
export function peopleTable(board: BoardShown): Html {
  const { people, standing, mailbox, horizon } = board
  const number = (name: keyof Standing, of: Standing, holder: string) =>
    of[name] === 0
      ? html`0`
      : html`<a class="govuk-link" href="${listOf(name, { mailbox: mailbox.key, holder }, horizon)}"
          >${numberInWords(of[name])}<span class="govuk-visually-hidden">
            ${spoken[name as keyof typeof spoken]}</span
          ></a
        >`
  const shown = people.filter(it => !it.leftOn || it.standing.open > 0 || it.parts.length > 0)
  const rows = shown.map(it => ({
    cells: [
      { html: html`${it.name} <span class="os-quiet">${partsInWords(it)}</span>` },
      { html: presence(it, board) },
      { html: number('open', it.standing, it.personId) },
      { html: number('overdue', it.standing, it.personId) },
      { html: number('soon', it.standing, it.personId) },
      { text: numberInWords(it.everywhere) },
    ],
  }))
  const nobody = {
    cells: [
      { html: html`Nobody yet` },
      { text: '' },
      { html: number('open', { ...standing, open: standing.unassigned }, 'nobody') },
      { text: '' },
      { text: '' },
      { text: '' },
    ],
  }
  return workList({
    caption: 'The people of this mailbox with their open work',
    columns: [
      { text: 'Name' },
      { text: 'Present' },
      { text: 'Open here', format: 'numeric' },
      { text: 'Overdue', format: 'numeric' },
      { text: 'Due soon', format: 'numeric' },
      { text: 'In all mailboxes', format: 'numeric' },
    ],
    rows: [...rows, ...(standing.unassigned > 0 ? [nobody] : [])],
  })
}

const spoken = { open: 'open', overdue: 'overdue', soon: 'due soon' }

const partNames: Record<string, string> = {
  owner: 'owner',
  deputy: 'deputy',
  'proper-officer': 'proper officer',
  responder: '',
}

const partsInWords = ({ parts }: Share): string =>
  parts.length === 0
    ? 'not named here'
    : parts
        .map(it => partNames[it] ?? it)
        .filter(Boolean)
        .join(', ')

/** There, away until when and who stands in, soon away, or gone. */
function presence(it: Share, { horizon: { today }, runs }: BoardShown): Html {
  if (it.leftOn)
    return html`${statusTag({ tone: 'quiet', text: 'Left' })}
      <span class="os-quiet"
        >${inWords(it.leftOn)}${it.standing.open === 0 && '. Their work went back to the mailbox'}</span
      >`
  if (!it.awayFrom) return html`Yes`
  const isAway = it.awayFrom <= today
  return html`${isAway ? statusTag({ tone: 'away', text: 'Away' }) : html`Yes`}
    <span class="os-quiet">${isAway ? until(it.awayUntil) : `away from ${inWords(it.awayFrom)}`}${cover(it)}</span>
    ${runs &&
    it.standing.open > 0 &&
    it.absenceId &&
    html`<a class="govuk-link" href="/enquiries/cover/${it.absenceId}"
      >Hand over their work<span class="govuk-visually-hidden">: ${it.name}</span></a
    >`}`
}

const until = (on: Day | null): string => (on ? `until ${inWords(on)}` : 'until further notice')
const cover = ({ coverName }: Share): string => (coverName ? `; ${coverName} stands in` : '; nobody stands in')
