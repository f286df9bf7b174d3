import { currentCalendar } from '#clock/door.ts'
import {
  withCouncil,
  listEnquiries,
  memberTag,
  nextWords,
  viewEnquiry,
  type Doer,
  type Filter,
  type Listed,
} from '#enquiries/door.ts'
import { nowAt, type Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import {
  howTo,
  noSuchEnquiry,
  ownList,
  statusOf,
  type Addresses,
  type Composed,
  type HelpWanted,
  type Letter,
  type ListedForMember,
} from '#mail/door.ts'
import { membersFor } from '#people/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import { nobody } from '#platform/http/viewer.ts'
import { setting } from '#platform/settings.ts'
import { nowOf, type ByMail } from './acting.ts'
import { aboutEnquiry, confirm, councilOf } from './confirm.ts'

/** More than this many are on the page and not in the letter. */
const mostListed = 30

/** Answers what somebody asked the help address: how to, their list, how one stands. They see what they see on the pages. */
export async function answerHelp(tx: Tx, it: ByMail, letter: Letter, doer: Doer, wants: HelpWanted): Promise<void> {
  if (wants.what === 'status') return tellStatus(tx, it, letter, doer, wants.reference)
  const members = await membersFor(tx, { ...nobody, person: doer.person }, nowAt(nowOf(it)).today)
  const ids = members.map(member => member.id)
  const composed = await (wants.what === 'list' ? listFor(tx, it, doer, ids) : howToFor(tx, it, doer, ids.length === 0))
  await confirm(tx, it, letter, { to: doer, composed })
}

async function howToFor(tx: Tx, it: ByMail, doer: Doer, officer: boolean): Promise<Composed> {
  const record = officer ? await setting(tx, 'mail.record') : undefined
  return howTo(await councilOf(tx), {
    to: doer.name,
    addresses: await addressesOf(tx),
    phone: await setting(tx, 'council.phone'),
    url: it.config.publicUrl,
    record,
  })
}

/** A member's own and those of whoever they work for; an officer's are those they hold. */
async function listFor(tx: Tx, it: ByMail, doer: Doer, members: readonly string[]): Promise<Composed> {
  const whose: Filter = members.length > 0 ? { member: members } : { holder: doer.person! }
  const { today } = nowAt(nowOf(it))
  const [waiting, open] = await seeingAs(tx, doer.person!, 'system', () =>
    Promise.all([
      listEnquiries(tx, { ...whose, status: ['waiting-for-member', 'answered'] }, 'newest', mostRead),
      listEnquiries(tx, { ...whose, status: withCouncil }, 'due', mostRead),
    ]),
  )
  const all = [...waiting, ...open]
  return ownList(await councilOf(tx), {
    to: doer.name,
    enquiries: all.slice(0, mostListed).map(listed => listedFor(listed, today)),
    more: Math.max(0, all.length - mostListed),
    addresses: await addressesOf(tx),
    url: `${it.config.publicUrl}/enquiries${members.length > 0 ? '/mine' : ''}`,
  })
}

const mostRead = 200

const listedFor = (it: Listed, today: Day): ListedForMember => ({
  reference: it.reference,
  subject: it.restricted ? '' : it.subject,
  stands: String(memberTag(it).text ?? ''),
  dueOn: it.dueOn,
  late: it.dueOn !== null && it.dueOn < today,
})

async function tellStatus(tx: Tx, it: ByMail, letter: Letter, doer: Doer, reference: Reference): Promise<void> {
  const viewed = await seeingAs(tx, doer.person!, 'system', () => viewEnquiry(tx, reference))
  const council = await councilOf(tx)
  if (!viewed) {
    const addresses = await addressesOf(tx)
    const url = `${it.config.publicUrl}/enquiries/mine`
    const composed = noSuchEnquiry(council, { to: doer.name, asked: reference, addresses, url })
    return confirm(tx, it, letter, { to: doer, composed })
  }
  const { enquiry, names } = viewed
  const [calendar, limits, { about, who }] = await Promise.all([
    currentCalendar(tx),
    it.house.limits(tx),
    aboutEnquiry(tx, it, enquiry, doer.permissions.has('enquiries.track') ? '/track' : ''),
  ])
  const { today } = nowAt(nowOf(it))
  const composed = statusOf(council, {
    about,
    to: doer.name,
    stands: String(memberTag(enquiry).text ?? ''),
    next: nextWords({ enquiry, names, today, calendar, limits }),
    who,
    dueOn: enquiry.dueOn,
  })
  await confirm(tx, it, letter, { to: doer, composed, about: enquiry })
}

const addressesOf = async (tx: Tx): Promise<Addresses> => ({
  oneStop: await setting(tx, 'mail.one-stop'),
  help: await setting(tx, 'mail.help'),
})
