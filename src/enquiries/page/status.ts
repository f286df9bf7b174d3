import { statusTag, type Tone } from '#platform/views/components/status-tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Day } from '#kernel/day.ts'
import { shortly } from './due-words.ts'
import { statusWords, type Status } from '../enquiry.ts'

const tones: Record<Status, Tone> = {
  new: 'new',
  assigned: 'new',
  'in-progress': 'active',
  'waiting-for-member': 'waiting',
  'with-partner': 'waiting',
  'in-review': 'review',
  answered: 'done',
  closed: 'quiet',
}

export const tagOfStatus = (status: Status): Html => statusTag({ tone: tones[status], text: statusWords[status] })

type Flagged = {
  readonly restricted: boolean
  readonly round: number
  readonly chases: number
  readonly laneOn: string | null
  readonly openContributions: number
  /** the day by which a second chase is owed a word */
  readonly owedOn: Day | null
  readonly today: Day
}

/** What else somebody should know at a glance. */
export const flagsOf = ({
  restricted,
  round,
  chases,
  laneOn,
  openContributions: open,
  owedOn,
  today,
}: Flagged): Html[] =>
  [
    restricted && statusTag({ tone: 'guarded', text: 'Restricted' }),
    laneOn !== null && statusTag({ tone: 'review', text: 'Message after answer' }),
    open > 0 && statusTag({ tone: 'waiting', text: open === 1 ? 'Contribution open' : `${open} contributions open` }),
    round > 1 && statusTag({ tone: 'soon', text: `Round ${round}` }),
    owedOn !== null &&
      statusTag({ tone: owedOn < today ? 'late' : 'soon', text: `Word owed by ${shortly(owedOn, today)}` }),
    chases > 0 && statusTag({ tone: 'late', text: chases === 1 ? 'Chased' : `Chased ×${chases}` }),
  ]
    .filter(flag => flag !== false)
    .map(flag => html`${flag} `)
