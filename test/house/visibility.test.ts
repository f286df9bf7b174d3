import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  actNamed,
  carryOut,
  enquiryById,
  enquiryByReference,
  houseWith,
  participantsOf,
  promisesOf,
  raise,
  raiseShape,
  viewEnquiry,
  type Doer,
  type Enquiry,
} from '#enquiries/door.ts'
import { contain } from '#app/contain.ts'
import { attachmentsOf } from '#enquiries/attachment.sql.ts'
import { contributionsOf } from '#enquiries/contribution/contribution.sql.ts'
import { keepDraft } from '#enquiries/draft.sql.ts'
import { historyOf, lockEnquiry, partsOf } from '#enquiries/enquiry.sql.ts'
import { listEnquiries } from '#enquiries/list.sql.ts'
import { messagesOf } from '#enquiries/message.sql.ts'
import { questionsOf } from '#enquiries/question.sql.ts'
import { countViews } from '#enquiries/work-list/view-counts.sql.ts'
import { day, instantOn, nowAt } from '#kernel/day.ts'
import { figuresWithAll, keepFacts, ownFigures } from '#reports/door.ts'
import { inTransaction, type Seer, type Tx } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import { testDatabase } from '#test/database.ts'
import { smallCouncil, type PersonKey } from '#test/small-council.ts'

const db = await testDatabase()
const { people, mailbox, topic } = await smallCouncil(db.owner)
const house = houseWith(async () => {}, undefined, undefined, contain)
const now = nowAt(instantOn(day('2026-06-01'), 10))

/** Only their member and the proper officer see these, from the start or since they were restricted. */
const restricted: readonly string[] = ['axolotl', 'wombat']

/** Each enquiry is about one animal that nothing else in the database names. */
const animals = ['quokka', 'axolotl', 'numbat', 'okapi', 'wombat'] as const
type Animal = (typeof animals)[number]

const raisedAs: Record<Animal, { by: PersonKey; to: object; handled: PersonKey }> = {
  // an ordinary one of the member's, in Streets
  quokka: { by: 'member', to: { topic: topic.potholes }, handled: 'responder' },
  // a restricted one of the same member's
  axolotl: { by: 'member', to: { mailbox: mailbox.safeguarding }, handled: 'properOfficer' },
  // an ordinary one of the same member's, in another mailbox
  numbat: { by: 'member', to: { topic: topic.homelessness }, handled: 'otherResponder' },
  // another member's, in Streets
  okapi: { by: 'otherMember', to: { topic: topic.potholes }, handled: 'responder' },
  // the member's, in Streets, which turned out to be sensitive after everything was done and was restricted then
  wombat: { by: 'member', to: { topic: topic.potholes }, handled: 'responder' },
}

/** Who sees which enquiries (domain, section 6; mission, "Who uses it"). Nobody else sees anything of them. */
const sees: Record<PersonKey | 'public' | 'stranger', readonly Animal[]> = {
  member: ['quokka', 'axolotl', 'numbat', 'wombat'],
  otherMember: ['okapi'],
  assistant: ['quokka', 'numbat'],
  oneStop: ['quokka', 'numbat', 'okapi'],
  responder: ['quokka', 'okapi'],
  // named in its mailbox, and kept out of the other member's for a conflict of interest
  secondResponder: ['quokka'],
  owner: ['quokka', 'okapi'],
  otherResponder: ['numbat'],
  properOfficer: ['axolotl', 'wombat'],
  head: ['quokka', 'okapi'],
  director: ['quokka', 'okapi'],
  performance: ['quokka', 'numbat', 'okapi'],
  dpo: ['quokka', 'numbat', 'okapi'],
  auditor: ['quokka', 'numbat', 'okapi'],
  partner: [],
  admin: [],
  public: [],
  stranger: [],
}

/** Internal notes are not for them, nor what was mailed to others. */
const outsiders: readonly string[] = ['member', 'otherMember', 'assistant']

// one person alone answers each of them here, restricted or not
await inTransaction(db, 'system', tx => changeSetting(tx, 'enquiries.restricted-needs-review', 'no', null))

const enquiries = {} as Record<Animal, Enquiry>
for (const animal of animals) enquiries[animal] = await lived(animal)
for (const key of Object.keys(people) as PersonKey[])
  await inTransaction(db, people[key].person, tx =>
    keepDraft(tx, people[key].person, 'new', { text: `dodo-${key}-` }, now.at),
  )

/** One enquiry with everything an enquiry can have, each part with a word of its own. */
async function lived(animal: Animal): Promise<Enquiry> {
  const { by, to, handled } = raisedAs[animal]
  const given = raiseShape.parse({
    member: people[by].person,
    subject: `${animal}-subject`,
    text: `${animal}-words\nWhen will the ${animal}-question be settled?`,
    constituent: `${animal}-constituent`,
    place: { words: `${animal}-place` },
    ...to,
  })
  const file = {
    name: `${animal}-file`,
    type: 'image/png',
    size: 1,
    sha256: 'a'.repeat(64),
    shownSha256: 'a'.repeat(64),
  }
  const raised = await inTransaction(db, people[by].person, tx =>
    raise(tx, house, people[by], given, { now, files: [file], idempotencyKey: animal }),
  )
  assert.ok(raised.ok)
  const { id, reference } = raised.value.enquiry
  await does(people[handled], reference, 'take')
  await does(people[handled], reference, 'note', { text: `${animal}-note` })
  await does(people[handled], reference, 'ask', { text: `${animal}-asked` })
  await does(people[by], reference, 'reply', { text: `${animal}-reply` })
  await does(people[handled], reference, 'ask-contribution', {
    email: restricted.includes(animal) ? people.otherResponder.email : 'lab@cores.example',
    name: 'The laboratory',
    questions: [`${animal}-contribution`],
    dueOn: '2026-06-03',
  })
  const [asked] = await inTransaction(db, 'system', tx => contributionsOf(tx, id))
  await does(people[handled], reference, 'withdraw-contribution', { contribution: asked!.id })
  if (animal === 'quokka') await withPartner(people[handled], reference)
  const draft = { text: `${animal}-submission`, answers: [{ number: 1, answer: 'In July' }] }
  await does(people[handled], reference, 'submit', draft)
  await does(people[handled], reference, 'return', { text: 'Not yet' })
  await does(people[handled], reference, 'answer', {
    text: `${animal}-answer`,
    answers: [{ number: 1, answer: `${animal}-numbered` }],
    promises: [{ words: `${animal}-promise`, who: '', dueOn: '2026-07-01' }],
  })
  await explained(animal, raised.value.enquiry)
  await mailed(animal, id, reference, people[by].person, 'to-member')
  await mailed(animal, id, reference, people[handled].person, 'to-officer')
  if (animal === 'wombat') await restrictedLater(reference)
  return inTransaction(db, 'system', async tx => (await enquiryById(tx, id))!)
}

/** Colleagues had begun to write, and were to read of it in the morning. */
async function restrictedLater(reference: string): Promise<void> {
  const about = `${reference}-note`
  await inTransaction(db, people.secondResponder.person, tx =>
    keepDraft(tx, people.secondResponder.person, about, { text: 'wombat-draft' }, now.at),
  )
  await does(people.oneStop, reference, 'restrict', { sensitivity: 'adult-at-risk', why: 'A private matter' })
}

/** Handed over to a partner, who is shown the subject alone, and taken back. */
async function withPartner(doer: Doer, reference: string): Promise<void> {
  await does(doer, reference, 'hand-over', {
    mailbox: mailbox.partner,
    share: ['subject'],
    text: 'quokka-wanted',
    authority: 'quokka-authority',
    dueOn: '2026-06-03',
  })
  await does(doer, reference, 'take-back', { text: 'Ours after all' })
}

async function does(doer: Doer, reference: string, name: string, given: object = {}): Promise<void> {
  const act = actNamed(name)!
  const done = await inTransaction(db, doer.person!, tx =>
    carryOut(tx, house, doer, reference, act, act.shape.parse(given) as never, { now }),
  )
  assert.ok(done.ok, done.ok ? '' : done.refusal.words)
}

/** Whoever runs the mailbox said in a weekly sign-off why it was late. */
async function explained(animal: Animal, { id, mailboxId }: Enquiry): Promise<void> {
  await inTransaction(db, 'system', async tx => {
    const [signed] = await tx<{ id: string }[]>`
      insert into review.sign_off (mailbox_id, week_on, version, signed_on, signed_at)
      values (${mailboxId}, '2026-05-25', ${animals.indexOf(animal) + 1}, '2026-06-01', ${now.at}) returning id`
    await tx`insert into review.exception (sign_off_id, enquiry_id, words)
      values (${signed!.id}, ${id}, ${`${animal}-explained`})`
  })
}

async function mailed(animal: Animal, enquiry: string, reference: string, person: string, to: string): Promise<void> {
  await inTransaction(
    db,
    'system',
    tx => tx`
    insert into mail.outbox (once_key, kind, to_person, to_address, from_address, about_enquiry, reference, restricted,
      subject, text, html, message_id, automatic, next_attempt_at, created_at, state, sent_at)
    values (${animal + to}, 'answer', ${person}, 'a@b.example', 'c@d.example', ${enquiry}, ${reference}, ${animal === 'axolotl'},
      ${`${animal}-mail-${to}`}, '', '', ${`<${animal}.${to}@b.example>`}, false, ${now.at}, ${now.at}, 'sent', ${now.at})`,
  )
}

await db.owner`insert into enquiries.exclusion (enquiry_id, person_id, why, by_person, at)
  values (${enquiries.okapi.id}, ${people.secondResponder.person}, 'okapi-conflict', ${people.owner.person}, ${now.at})`

const viewers = Object.keys(sees) as (keyof typeof sees)[]
const stranger = '01890000-0000-7000-8000-00000000dead'
const seerOf = (key: (typeof viewers)[number]): Seer =>
  key === 'public' ? 'public' : key === 'stranger' ? stranger : people[key].person

const parts = [
  'subject',
  'words',
  'question',
  'constituent',
  'place',
  'file',
  'note',
  'contribution',
  'submission',
  'asked',
  'reply',
  'answer',
  'numbered',
  'promise',
  'explained',
  'mail-to-member',
  'mail-to-officer',
]

/** What the council writes among itself. */
const internal: readonly string[] = ['note', 'contribution', 'submission', 'explained']

/** Why somebody is kept out is for those who may keep people out. */
const mayKeepOut: readonly string[] = ['oneStop', 'owner', 'properOfficer', 'dpo', 'auditor']

/** The words of one enquiry that this viewer may come across anywhere. */
function wordsFor(key: (typeof viewers)[number], animal: Animal): string[] {
  if (!sees[key].includes(animal)) return []
  const all = animal === 'quokka' ? [...parts, 'wanted', 'authority'] : parts
  // why it was late was said of another mailbox than the one it is in now
  const here = animal === 'wombat' ? all.filter(part => part !== 'explained') : [...all]
  if (animal === 'okapi' && mayKeepOut.includes(key)) here.push('conflict')
  if (!outsiders.includes(key)) return here.map(part => `${animal}-${part}`)
  const toThem = raisedAs[animal].by === key ? ['mail-to-member'] : []
  return [...parts.filter(part => !internal.includes(part) && !part.startsWith('mail')), ...toThem].map(
    part => `${animal}-${part}`,
  )
}

test('in every table of the database each viewer comes across exactly the words that are theirs', async () => {
  const tables = await everyTable()
  assert.ok(tables.length > 40, `only ${tables.length} tables were searched`)
  for (const key of viewers) {
    const found = await inTransaction(db, seerOf(key), async tx => {
      const rows: string[] = []
      for (const table of tables) rows.push(...(await canaries(tx, table)))
      return new Set(rows)
    })
    const expected = animals.flatMap(animal => wordsFor(key, animal))
    // they were asked for a part of a restricted answer, and learn what they were asked
    if (key === 'otherResponder') expected.push('axolotl-contribution')
    // the partner sees what was handed over, piece by piece
    if (key === 'partner') expected.push('quokka-subject', 'quokka-wanted')
    if (key in people) expected.push(`dodo-${key}-`)
    assert.deepEqual([...found].sort(), expected.sort(), key)
  }
})

const everyTable = async (): Promise<string[]> => {
  const rows = await db.sql<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
      and has_schema_privilege(n.oid, 'usage') and has_any_column_privilege(c.oid, 'select')
    order by 1`
  return rows.map(row => row.name)
}

/** The canary words in whatever rows of a table are visible, in whatever column. */
async function canaries(tx: Tx, table: string): Promise<string[]> {
  const rows = await tx.unsafe<{ row: string }[]>(
    `select t::text as row from ${table} t where t::text ~ '(quokka|axolotl|numbat|okapi|wombat|dodo)-'`,
  )
  return rows.flatMap(
    ({ row }) => row.match(/(?:quokka|axolotl|numbat|okapi|wombat)-(?:mail-to-\w+|[a-z]+)|dodo-\w+-/g) ?? [],
  )
}

async function countOf(tx: Tx, subject: string): Promise<number> {
  const [row] = await tx<{ n: number }[]>`select count(*)::int as n from enquiries.enquiry where subject ~ ${subject}`
  return row!.n
}

test('every way to one enquiry shows it or shows nothing', async () => {
  for (const key of viewers) {
    for (const animal of animals) {
      const { id, reference } = enquiries[animal]
      const visible = sees[key].includes(animal)
      await inTransaction(db, seerOf(key), async tx => {
        const ways: Record<string, unknown> = {
          byReference: await enquiryByReference(tx, reference),
          byId: await enquiryById(tx, id),
          view: await viewEnquiry(tx, reference),
          locked: await lockEnquiry(tx, reference, seerOf(key)),
          history: (await historyOf(tx, id)).length > 0,
          messages: (await messagesOf(tx, id)).length > 0,
          questions: (await questionsOf(tx, id)).length > 0,
          promises: (await promisesOf(tx, id)).length > 0,
          attachments: (await attachmentsOf(tx, id)).length > 0,
          searched: (await listEnquiries(tx, { q: animal }, 'newest', 50)).length > 0,
          named: (await listEnquiries(tx, { q: reference }, 'newest', 50)).length > 0,
          counted: (await countOf(tx, animal)) > 0,
          participants: (await participantsOf(tx, id)).length > 0,
        }
        for (const [way, seen] of Object.entries(ways))
          assert.equal(Boolean(seen), visible, `${key}, ${animal}, ${way}`)
        if (!visible) assert.deepEqual(await partsOf(tx, reference, seerOf(key)), [], `${key} has a part in ${animal}`)
      })
    }
  }
})

test('lists and counts hold what is visible and nothing else', async () => {
  for (const key of viewers) {
    const n = sees[key].length
    await inTransaction(db, seerOf(key), async tx => {
      for (const order of ['due', 'newest'] as const) {
        const listed = await listEnquiries(tx, {}, order, 50)
        assert.deepEqual(
          listed.map(it => it.subject).sort(),
          sees[key].map(animal => `${animal}-subject`).sort(),
          `${key}, ${order}`,
        )
      }
      assert.equal(await countOf(tx, ''), n, key)
    })
  }
})

/** They count what is restricted, too: as one more, of which they learn the number alone. */
const countEverything: readonly string[] = ['oneStop', 'performance', 'dpo', 'auditor']

test('figures count what is visible, and what is restricted without telling it from others', async () => {
  const ids = animals.map(animal => enquiries[animal].id)
  await inTransaction(db, 'system', tx => keepFacts(tx, ids, now.today))
  const period = { from: day('2026-05-01'), to: day('2026-06-30') }
  for (const key of viewers) {
    // a restricted mailbox is no row of figures, for its own people neither
    const own = key === 'properOfficer' ? 0 : sees[key].length
    const counted = own + (countEverything.includes(key) ? restricted.length : 0)
    await inTransaction(db, seerOf(key), async tx => {
      const { rows, all } = await figuresWithAll(tx, { ...period, by: 'mailbox' }, now.today)
      assert.equal(all.n, counted, key)
      const aboutRestricted = rows.filter(row => row.key === 'restricted').reduce((n, row) => n + row.n, 0)
      const whose = key === 'member' || countEverything.includes(key)
      assert.equal(aboutRestricted, whose ? restricted.length : 0, key)
      const ofMember = await ownFigures(tx, [people.member.person], now.today)
      const theirs = sees[key].filter(
        animal => raisedAs[animal].by === 'member' && (!restricted.includes(animal) || key === 'member'),
      )
      assert.equal(ofMember.received, theirs.length, key)
      for (const word of [mailbox.safeguarding, people.member.person]) {
        const told = await tx`select from reports.fact f where f.restricted and f::text like ${`%${word}%`}`
        assert.equal(told.length, 0, key)
      }
    })
  }
})

/** Named in a mailbox with something open that they may see. */
const namedThere: readonly string[] = ['responder', 'owner', 'properOfficer']

test('what is in work is counted for those who see it', async () => {
  const reference = enquiries.okapi.reference
  await does(people.otherMember, reference, 'disagree', { text: 'okapi-words' })
  await does(people.member, enquiries.axolotl.reference, 'disagree', { text: 'axolotl-words' })
  for (const key of viewers) {
    const open = sees[key].filter(animal => animal === 'okapi' || animal === 'axolotl').length
    await inTransaction(db, seerOf(key), async tx => {
      const today = day('2026-07-30')
      const counts = await countViews(tx, { person: key === 'public' ? stranger : seerOf(key), today, soon: today })
      const named = namedThere.includes(key) ? 1 : 0
      assert.deepEqual([counts.all, counts.overdue, counts.mailboxes], [open, open, named], key)
    })
  }
})

test('an act on what one may not see answers like one on what is not there', async () => {
  const note = actNamed('file')!
  for (const key of Object.keys(people) as PersonKey[]) {
    for (const animal of animals.filter(animal => !sees[key].includes(animal))) {
      const everything = { ...people[key], permissions: new Set([note.may]) }
      const tried = (reference: string) =>
        inTransaction(db, people[key].person, tx =>
          carryOut(tx, house, everything, reference, note, { text: 'x' } as never, { now }),
        )
      assert.deepEqual(await tried(enquiries[animal].reference), await tried('ME-2026-999999'), `${key}, ${animal}`)
    }
  }
})

test('a member who delegated is served until the delegation is revoked', async () => {
  await db.owner`update people.delegation set revoked_at = now()`
  const seen = await inTransaction(db, people.assistant.person, tx => countOf(tx, ''))
  assert.equal(seen, 0)
})
