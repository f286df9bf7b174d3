import { eventSentence, namesIn, readsNotes, readsOf } from '#enquiries/door.ts'
import * as letters from '#mail/door.ts'
import { personsById } from '#people/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import type { Facts } from './facts.ts'
import { about, choiceUrl, type Desk, type Letter } from './letter.ts'

type Told = { readonly personId: string; readonly because: 'mentioned' | 'watched' }

/**
 * The letters to colleagues whom an event does not concern by itself: those mentioned in a note, and whoever watches the
 * enquiry. Each is asked with their own sight now, for rights change; nobody hears of what they did themselves. Needs a
 * transaction of the system.
 */
export async function lettersToColleagues(tx: Tx, facts: Facts, desk: Desk): Promise<Letter[]> {
  const told = await toTell(tx, facts)
  if (told.length === 0) return []
  const ids = told.map(it => it.personId)
  const [people, names] = await Promise.all([personsById(tx, ids), namesIn(tx, [facts.recorded])])
  return people.map(to => {
    const { because } = told.find(it => it.personId === to.id)!
    const composed = letters.colleagueTold(desk.council, {
      about: { ...about(facts, desk), choiceUrl: choiceUrl(desk.publicUrl) },
      to: to.name,
      by: facts.doer?.name ?? 'One Stop',
      because,
      happened: eventSentence(facts.recorded, names).words,
      note: because === 'mentioned' ? facts.words : '',
    })
    const topic = because === 'mentioned' ? 'mentions' : 'watching'
    return { kind: 'notice', to, composed, automatic: true, topic }
  })
}

async function toTell(tx: Tx, { event, enquiry, recorded, watchers: all }: Facts): Promise<Told[]> {
  const mentioned = event.type === 'noted' ? (event.told ?? []) : []
  const watchers = all.filter(id => !mentioned.includes(id))
  const messageId = 'messageId' in event ? event.messageId : undefined
  const told: Told[] = []
  for (const id of mentioned)
    if (await seeingAs(tx, id, 'system', () => readsNotes(tx, enquiry.id)))
      told.push({ personId: id, because: 'mentioned' })
  for (const id of watchers)
    if (await seeingAs(tx, id, 'system', () => readsOf(tx, enquiry.id, messageId)))
      told.push({ personId: id, because: 'watched' })
  return told.filter(it => it.personId !== recorded.by)
}
