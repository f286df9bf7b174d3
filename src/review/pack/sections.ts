import { addWorkingDays, currentCalendar } from '#clock/door.ts'
import { addDays, inWords, type Day, type Now } from '#kernel/day.ts'
import { counted, listInWords } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import type { OfReview, Section, Span } from '#reports/door.ts'
import { actionReference } from '../action/action.ts'
import { readDecisions } from '../action/decision.sql.ts'
import { followed, type Followed } from '../action/followed.ts'
import { stateInWords } from '../action/state.ts'
import { signedMailboxes } from '../sign-off/boxes.ts'
import { weekOf } from '../sign-off/sign-off.ts'
import { readSignOffs } from '../sign-off/sign-off.sql.ts'

/** What a pack says of the review itself: what became of what was agreed, what was decided, who signed their weeks. */
export async function sectionsOf(tx: Tx, span: Span, now: Now): Promise<OfReview> {
  const [actions, decisions, signing] = await Promise.all([
    followed(tx, now, span.from),
    readDecisions(tx, span.from),
    signingIn(tx, span),
  ])
  const decided: Section = {
    id: 'decisions',
    heading: 'What was decided',
    blocks: [
      decisions.length === 0
        ? { kind: 'words', text: 'Nothing was recorded.' }
        : { kind: 'points', points: decisions.map(it => `${it.words} (${inWords(it.takenOn)})`) },
    ],
  }
  return { first: [agreed(actions, span), decided], later: [signing] }
}

function agreed(actions: readonly Followed[], span: Span): Section {
  const open = actions.filter(it => it.standing.endedOn === null)
  const overdue = open.filter(it => it.standing.state === 'overdue').length
  const ended = actions.length - open.length
  const parts = [
    open.length > 0 && counted(open.length, 'action is open', 'actions are open'),
    overdue > 0 && `${overdue} of them overdue`,
    ended > 0 && `${ended} ended since ${inWords(span.from)}`,
  ].filter(it => it !== false)
  const said = actions.length === 0 ? 'Nothing was open.' : `${listInWords(parts)}.`
  return {
    id: 'actions',
    heading: 'What was agreed before',
    blocks: [
      { kind: 'words', text: said },
      {
        kind: 'table',
        caption: 'Actions and how they stand',
        columns: [
          { text: 'Action' },
          { text: 'What' },
          { text: 'Who' },
          { text: 'By' },
          { text: 'First date' },
          { text: 'State' },
        ],
        rows: actions
          .toSorted((a, b) => (a.standing.dueOn < b.standing.dueOn ? -1 : 1))
          .map(({ action, standing, responsible }) => [
            actionReference(action.number),
            action.what,
            responsible,
            { on: standing.dueOn },
            { on: action.firstDueOn },
            standing.evidence === null ? stateInWords(standing) : `${stateInWords(standing)}: ${standing.evidence}`,
          ]),
        empty: 'There is none yet.',
      },
    ],
  }
}

/** Who signed how many of the weeks that ended in the span in time: within five working days. */
async function signingIn(tx: Tx, span: Span): Promise<Section> {
  const weeks = weeksIn(span)
  const [boxes, calendar] = await Promise.all([signedMailboxes(tx, span.to), currentCalendar(tx)])
  const ids = boxes.map(it => it.id)
  const signed =
    weeks.length === 0 ? [] : (await readSignOffs(tx, ids, weeks[0]!)).filter(it => weeks.includes(it.weekOn))
  const inTime = (weekOn: Day, signedOn: Day) => signedOn <= addWorkingDays(calendar, addDays(weekOn, 6), 5)
  return {
    id: 'sign-offs',
    heading: 'Weekly sign-off',
    blocks: [
      {
        kind: 'table',
        caption: 'Weeks signed by mailbox',
        columns: [
          { text: 'Mailbox' },
          { text: 'Weeks', numeric: true },
          { text: 'Signed', numeric: true },
          { text: 'of them in time', numeric: true },
          { text: 'Missing', numeric: true },
        ],
        rows: boxes
          .map(box => {
            const mine = signed.filter(it => it.mailboxId === box.id)
            const timely = mine.filter(it => inTime(it.weekOn, it.signedOn)).length
            return [box.name, weeks.length, mine.length, timely, weeks.length - mine.length]
          })
          .toSorted((a, b) => Number(b[4]) - Number(a[4])),
        empty: 'There is no mailbox.',
      },
      { kind: 'words', text: 'In time is within five working days of the end of the week.' },
    ],
  }
}

/** The Mondays of the weeks that ended in a span. */
function weeksIn({ from, to }: Span): Day[] {
  const weeks: Day[] = []
  for (let week = addDays(weekOf(from), 0); addDays(week, 6) <= to; week = addDays(week, 7))
    if (addDays(week, 6) >= from) weeks.push(week)
  return weeks
}
