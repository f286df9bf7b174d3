import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { note, rateOf, type Figure, type Results } from './figure.ts'
import { durableInserts } from './floors.ts'
import type { House } from './house.ts'
import { countStored, countWaiting } from './mail.sql.ts'
import { openSmtp } from './smtp-client.ts'

const taken: Figure = {
  name: 'email taken in durably, 8 connections',
  unit: '/s',
  target: { atLeast: 250 },
  floor: durableInserts.name,
}
const understood: Figure = { name: 'email made into enquiries', unit: '/s' }

const count = 1500

/** Mail from a member over eight connections: how many 250 a second, and how soon all of it is enquiries. */
export async function measureMail({ owner, smtpPort }: House, results: Results): Promise<void> {
  const clients = await Promise.all(Array.from({ length: 8 }, () => openSmtp(smtpPort)))
  const run = randomUUID()
  const before = await countStored(owner)
  const began = performance.now()
  const rate = await rateOf(8, count, (i, caller) => clients[caller]!.send(letter(run, i)))
  await Promise.all(clients.map(it => it.close()))
  const stored = (await countStored(owner)) - before
  if (stored !== count) throw new Error(`${count} messages got a 250 and ${stored} of them are there`)
  note(results, taken, rate)
  while ((await countWaiting(owner)) > 0) await pause(100)
  note(results, understood, { value: (count * 1000) / (performance.now() - began), n: count })
}

function letter(run: string, i: number) {
  const from = 'demo.member@tessbridge.example'
  const to = 'onestop@tessbridge.example'
  const head = [
    `From: Aoife <${from}>`,
    `To: ${to}`,
    `Subject: Street light ${i} is out`,
    `Message-ID: <${run}.${i}@tessbridge.example>`,
    `Date: ${new Date().toUTCString()}`,
  ]
  const body = `Hello,\r\n\r\nthe street light at number ${i} has been out for a week and the path is dark.\r\n\r\nWhen will it be mended?\r\n\r\nAoife`
  return {
    from,
    to,
    text: `${head.join('\r\n')}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`,
  }
}
