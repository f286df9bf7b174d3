import {
  choicesOf,
  eventSentence,
  insertNotices,
  namesIn,
  readsNotes,
  readsOf,
  watchersOf,
  type NewNotice,
} from '#enquiries/door.ts'
import * as letters from '#mail/door.ts'
import { personsById, type Person } from '#people/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import type { Facts } from './facts.ts'
import { about, type Desk, type Letter } from './letter.ts'

/**
 * Who is told of an event beside those it concerns: colleagues mentioned in a note, and whoever watches the enquiry. Each
 * is asked with their own sight now, for rights change; each hears of it once, and never of what they did themselves.
 * Gives the letters for those who want mail besides. Needs a transaction of the system.
 */
export async function tellColleagues(tx: Tx, facts: Facts, desk: Desk): Promise<Letter[]> {
  const told = await toTell(tx, facts)
  if (told.length === 0) return []
  const people = (
    await personsById(
      tx,
      told.map(it => it.personId),
    )
  ).filter(it => !it.disabled)
  const present = told.filter(it => people.some(person => person.id === it.personId))
  await insertNotices(tx, facts.enquiry.id, facts.eventId, present, facts.recorded.at)
  return lettersFor(tx, facts, desk, present, people)
}

async function toTell(tx: Tx, { event, enquiry, recorded }: Facts): Promise<NewNotice[]> {
  const mentioned = event.type === 'noted' ? (event.told ?? []) : []
  const watchers = (await watchersOf(tx, enquiry.id)).filter(id => !mentioned.includes(id))
  const messageId = 'messageId' in event ? event.messageId : undefined
  const told: NewNotice[] = []
  for (const id of mentioned)
    if (await seeingAs(tx, id, 'system', () => readsNotes(tx, enquiry.id)))
      told.push({ personId: id, because: 'mentioned' })
  for (const id of watchers)
    if (await seeingAs(tx, id, 'system', () => readsOf(tx, enquiry.id, messageId)))
      told.push({ personId: id, because: 'watched' })
  return told.filter(it => it.personId !== recorded.by)
}

async function lettersFor(
  tx: Tx,
  facts: Facts,
  desk: Desk,
  told: readonly NewNotice[],
  people: readonly Person[],
): Promise<Letter[]> {
  const [choices, names] = await Promise.all([
    choicesOf(
      tx,
      people.map(it => it.id),
    ),
    namesIn(tx, [facts.recorded]),
  ])
  const wanted = told.filter(({ personId, because }) => {
    const choice = choices.get(personId)!
    return because === 'mentioned' ? choice.mailMentions : choice.mailWatched
  })
  return wanted.map(({ personId, because }) => {
    const to = people.find(it => it.id === personId)!
    const composed = letters.colleagueTold(desk.council, {
      about: about(facts, desk),
      to: to.name,
      by: facts.doer?.name ?? 'One Stop',
      because,
      happened: eventSentence(facts.recorded, names).words,
      note: because === 'mentioned' ? facts.words : '',
      choiceUrl: `${desk.publicUrl}/enquiries/for-you`,
    })
    return { kind: 'notice', to, composed, automatic: true }
  })
}
