import { readFile, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { leadsNowhere, nastyMail } from '#test/nasty/all.ts'
import { note, type Figure, type Results } from './figure.ts'
import type { House } from './house.ts'
import { countStored, countWaiting } from './mail.sql.ts'
import { openSmtp } from './smtp-client.ts'

const slowest: Figure = { name: 'slowest nasty message, processor time', unit: 's', target: { atMost: 5 } }
const greediest: Figure = { name: 'most memory a nasty message takes', unit: 'MB', target: { atMost: 256 } }
const largest: Figure = { name: 'memory of the worker, nasty messages included', unit: 'MB' }

/** Clock ticks of the processor in a second, as Linux counts them. */
const ticks = 100

/** Every nasty message through the worker, one after the other: the most that one costs it. Linux only. */
export async function measureNasty({ owner, smtpPort, worker }: House, results: Results): Promise<void> {
  if (process.platform !== 'linux') return
  const messages = nastyMail(leadsNowhere)
  const pid = worker.child.pid!
  const client = await openSmtp(smtpPort)
  let [seconds, taken, bytes, n] = [0, 0, 0, 0]
  for (const { raw, name } of messages) {
    await forgetPeak(pid)
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
    if (after.peak - before.held > taken)
      console.error(`  ${Math.round((taken = after.peak - before.held) / 1e6)} MB: ${name}`)
    bytes = Math.max(bytes, after.peak)
  }
  await client.close()
  note(results, slowest, { value: seconds, n })
  note(results, greediest, { value: taken / 1e6, n })
  note(results, largest, { value: bytes / 1e6, n })
}

/** Linux keeps the most a process ever held; from now on it counts anew. */
const forgetPeak = (pid: number): Promise<void> => writeFile(`/proc/${pid}/clear_refs`, '5')

/** What a process has used of the processor, the memory it holds, and the most it held since its peak was forgotten. */
async function usage(pid: number): Promise<{ seconds: number; held: number; peak: number }> {
  const [stat, status] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/status`, 'utf8'),
  ])
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  const bytesOf = (what: string) => Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1024
  return { seconds: (user! + system!) / ticks, held: bytesOf('VmRSS'), peak: bytesOf('VmHWM') }
}
