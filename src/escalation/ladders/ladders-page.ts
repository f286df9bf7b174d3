import { inWords, type Day } from '#kernel/day.ts'
import { services, type Service } from '#people/door.ts'
import { page, type Answer } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { inForce } from '../in-force.ts'
import { readLadders, type KeptLadder } from '../ladder.sql.ts'
import { steps, type Ladder } from '../ladder.ts'
import { stepWords } from './words.ts'

/** The council's ladder, step by step, and how each service differs from it. For everybody. */
export const laddersPage = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const [kept, all] = await Promise.all([readLadders(tx), services(tx)])
    const { today } = asked.now
    const ladders = inForce(kept, today)
    const mayEdit = mayDo(asked.viewer, 'escalation.edit')
    const council = ladders.ofService(null)
    const own = all.filter(it => ladders.ofService(it.id).own)
    const body = html`
      <p class="govuk-body-l">
        Work that is about to be late, or is, climbs by itself: each step tells somebody further up. Each happens once
        for each enquiry, and nobody can switch one off.
      </p>
      ${insetText({
        text: 'Days are working days and count from the date that the member was told last. While a question waits for the member, nothing climbs. A second chase climbs one step at once.',
      })}
      <h2 class="govuk-heading-m">The council’s ladder</h2>
      ${ladderList(council)} ${toCome(kept, null, today)} ${mayEdit && changeLink('council', 'the council’s ladder')}
      ${own.map(
        it =>
          html`<h2 class="govuk-heading-m govuk-!-margin-top-7">${it.name}</h2>
            ${differences(ladders.ofService(it.id), council)}`,
      )}
      ${mayEdit && everyService(all, own, kept, today)}
    `
    return page({ title: 'How late work climbs', current: '/escalation', body })
  })

const ladderList = (ladder: Ladder): Html =>
  workList({
    caption: 'Steps of the ladder',
    columns: [{ text: 'When' }, { text: 'Who is told' }],
    rows: steps.map(step => ({
      cells: [{ text: stepWords[step].line(ladder[step]) }, { text: stepWords[step].tells }],
    })),
  })

/** A service's own ladder says only where it differs: the rest is the council's. */
function differences(own: Ladder, council: Ladder): Html {
  const different = steps.filter(step => own[step] !== council[step])
  if (different.length === 0)
    return html`<p class="govuk-body">A ladder of its own, in the same days as the council’s.</p>`
  return summaryList({
    rows: different.map(step => ({
      key: { text: stepWords[step].tells },
      value: { text: `${stepWords[step].line(own[step])} (elsewhere ${council[step]})` },
    })),
  })
}

function everyService(all: readonly Service[], own: readonly Service[], kept: readonly KeptLadder[], today: Day): Html {
  return html`<h2 class="govuk-heading-m govuk-!-margin-top-7">Each service</h2>
    ${workList({
      caption: 'Services and their ladders',
      columns: [{ text: 'Service' }, { text: 'Ladder' }, { text: 'Change', hidden: true }],
      rows: all.map(it => ({
        cells: [
          { text: it.name },
          { html: html`${own.includes(it) ? 'Its own' : 'The council’s'} ${toCome(kept, it.id, today)}` },
          { html: changeLink(it.key, it.name) },
        ],
      })),
    })}`
}

function toCome(kept: readonly KeptLadder[], serviceId: string | null, today: Day): Html | false {
  const next = kept.find(it => it.serviceId === serviceId && it.fromOn > today)
  return next !== undefined && html`<p class="govuk-body os-quiet">It changes on ${inWords(next.fromOn)}.</p>`
}

const changeLink = (service: string, what: string): Html =>
  html`<a class="govuk-link" href="/escalation/ladders/${service}"
    >Change<span class="govuk-visually-hidden"> ${what}</span></a
  >`
