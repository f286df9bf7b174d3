import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { pino } from 'pino'
import { testDatabase } from '#test/database.ts'
import { day } from '#kernel/day.ts'
import { allow } from '#kernel/result.ts'
import { addMember, addPerson, addWard } from '#people/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import type { Letter } from '../deps.ts'
import { openParser } from '../parse/parser.ts'
import { openDomains } from './our-domains.ts'
import { startPostRound } from './post-round.ts'
import { openSmtpIntake } from './smtp-intake.ts'

const db = await testDatabase({ connections: 8 })
const parser = openParser()
after(() => parser.close())
const log = pino({ level: 'silent' })

await inTransaction(db, 'system', async tx => {
  const wardId = await addWard(tx, { name: 'Millside' })
  const personId = await addPerson(tx, { name: 'Cllr Ann Reed', email: 'reed@tessbridge.example', roles: ['member'] })
  await addMember(tx, { personId, wardId, fromOn: day('2024-05-01') })
  await changeSetting(tx, 'council.domain', 'tessbridge.example', null)
})

test('mail sent by an ordinary mail program is dealt with as it comes, with its letters and files', async () => {
  const letters: Letter[] = []
  const round = startPostRound({
    db,
    parser,
    log,
    stamp: { secret: 'x'.repeat(32), domain: 'tessbridge.example' },
    deps: {
      mailboxByAddress: async () => undefined,
      enquiryByReference: async () => undefined,
      participants: async () => [],
      partAsked: async () => undefined,
      seemsSensitive: async () => undefined,
      sensitiveMatters: [],
      tellHeld: async () => {},
      act: async (_tx, _arrival, letter) => {
        letters.push(letter)
        return allow({ enquiryId: randomUUID(), reference: 'ME-2026-000001', restricted: false, mailboxId: null })
      },
      takeBack: async () => allow(true),
      decideBy: async (_tx, received) => received,
    },
  })
  const intake = await openSmtpIntake({
    db,
    port: 0,
    host: '127.0.0.1',
    isOurs: openDomains(db),
    log,
    onStored: round.wake,
  })
  const sender = createTransport({ host: '127.0.0.1', port: intake.port })
  await assert.rejects(sender.sendMail({ from: 'reed@tessbridge.example', to: 'x@elsewhere.example', text: 'x' }), {
    responseCode: 550,
  })
  const subject = `Ní Mhurchú’s bin 🗑 أهلا ${'x'.repeat(10_000)}`
  await sender.sendMail({
    from: 'Ann Reed <reed@tessbridge.example>',
    to: 'onestop@tessbridge.example',
    subject,
    text: 'Grüße\n\n> quoted',
    attachments: [{ filename: 'фото.txt', content: 'photo' }],
  })
  for (let waited = 0; letters.length === 0 && waited < 10_000; waited += 50) await pause(50)
  await intake.close()
  await round.stop()
  const { mail } = letters[0]!
  assert.equal(mail.subject, subject)
  assert.equal(mail.text.trim(), 'Grüße\n\n> quoted')
  assert.deepEqual(
    mail.attachments.map(it => [it.name, Buffer.from(it.bytes).toString()]),
    [['фото.txt', 'photo']],
  )
  const [row] = await db.owner`select state, reference from mail.intake`
  assert.deepEqual({ ...row }, { state: 'new-enquiry', reference: 'ME-2026-000001' })
})
