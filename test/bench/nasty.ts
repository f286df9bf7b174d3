import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { leadsNowhere, nastyMail } from '#test/nasty/all.ts'
import { note, type Figure, type Results } from './figure.ts'
import type { House } from './house.ts'
import { countStored, countWaiting } from './mail.sql.ts'
import { openSmtp } from './smtp-client.ts'

const slowest: Figure = { name: 'slowest nasty message, processor time', unit: 's', target: { atMost: 5 } }
const largest: Figure = { name: 'memory of the worker with nasty messages', unit: 'MB', target: { atMost: 256 } }

/** Clock ticks of the processor in a second, as Linux counts them. */
const ticks = 100

/** Every nasty message through the worker, one after the other: the most that one costs it. Linux only. */
export async function measureNasty({ owner, smtpPort, worker }: House, results: Results): Promise<void> {
  if (process.platform !== 'linux') return
  const messages = nastyMail(leadsNowhere)
  const pid = worker.child.pid!
  const client = await openSmtp(smtpPort)
  let [seconds, bytes, n] = [0, 0, 0]
  for (const { raw, name } of messages) {
    const before = await usage(pid)
    const stored = await countStored(owner)
    await client.send({
      from: 'demo.member@tessbridge.example',
      to: 'onestop@tessbridge.example',
      text: raw.toString('latin1'),
    })
    if ((await countStored(owner)) === stored) continue
    while ((await countWaiting(owner)) > 0) await pause(10)
    const after = await usage(pid)
    n++
    if (after.seconds - before.seconds > seconds)
      console.error(`  ${(seconds = after.seconds - before.seconds).toFixed(1)} s: ${name}`)
    if (after.bytes > bytes * 1.05) console.error(`  ${Math.round(after.bytes / 1e6)} MB: ${name}`)
    bytes = Math.max(bytes, after.bytes)
  }
  await client.close()
  note(results, slowest, { value: seconds, n })
  note(results, largest, { value: bytes / 1e6, n })
}

/** What a process has used of the processor, and the most memory it ever held. */
async function usage(pid: number): Promise<{ seconds: number; bytes: number }> {
  const [stat, status] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/status`, 'utf8'),
  ])
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0)
  return { seconds: (user! + system!) / ticks, bytes: peak * 1024 }
}
