import { instantInWords, inWordsWithWeekday } from '#kernel/day.ts'
import { page, type Answer } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { html, type Html, type Piece } from '#platform/views/html.ts'
import { changesIn, versionsBefore, type CalendarVersion, type ChangedDay } from '#clock/calendar.sql.ts'
import { calendarPath, nationName } from '#clock/pages/words.ts'
import type { ClockNeighbours } from '#clock/neighbours.ts'

const perPage = 20

type Told = CalendarVersion & { readonly who: string; readonly changes: readonly ChangedDay[] }

/** Every version of the calendar, newest first: what changed, who changed it, when and why. */
export async function showHistory(asked: Asked, { namesOf }: ClockNeighbours): Promise<Answer> {
  const before = /^\d{1,9}$/.test(asked.query.before ?? '') ? Number(asked.query.before) : undefined
  const told = await asked.transact(async tx => {
    const versions = await versionsBefore(tx, before, perPage)
    const changes = await changesIn(
      tx,
      versions.map(it => it.version),
    )
    const names = await namesOf(tx, [...new Set(versions.flatMap(it => it.madeBy ?? []))])
    return versions.map(
      (it): Told => ({
        ...it,
        who: it.madeBy === null ? 'One Stop' : (names.get(it.madeBy) ?? 'somebody no longer here'),
        changes: changes.filter(({ version }) => version === it.version),
      }),
    )
  })
  const body = html`${told.map(one)} ${older(told)}`
  return page({ title: 'Changes to the calendar', current: '/clock/calendar', back: { href: calendarPath() }, body })
}

const one = ({ version, madeAt, who, why, changes }: Told): Html => html`<section>
  <h2 class="govuk-heading-m">Version ${version}</h2>
  <p class="govuk-body">${instantInWords(madeAt)}, by ${who}: ${why}</p>
  ${changes.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">
    ${changes.map(it => html`<li>${changed(it)}</li>`)}
  </ul>`}
</section>`

const changed = ({ change, on, name, nation }: ChangedDay): string =>
  `${change === 'added' ? 'Added' : 'Removed'}: ${inWordsWithWeekday(on)}, ${name} (${nation ? `bank holiday in ${nationName[nation]}` : 'council closed'})`

function older(told: readonly Told[]): Piece {
  const last = told.at(-1)
  if (told.length < perPage || !last || last.version === 1) return ''
  return pagination({
    landmarkLabel: 'Changes',
    next: { text: 'Older changes', href: `/clock/calendar/history?before=${last.version}` },
  })
}
