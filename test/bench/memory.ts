import { readFile } from 'node:fs/promises'
import { note, type Figure, type Results } from './figure.ts'
import type { House, Running } from './house.ts'

const memory: Figure = { name: 'memory of web and worker after the load', unit: 'MB', target: { atMost: 350 } }
const memoryOfWeb: Figure = { name: 'memory of web', unit: 'MB' }
const memoryOfWorker: Figure = { name: 'memory of worker', unit: 'MB' }

/** What web and worker hold in memory; measured where the system tells it in /proc. */
export async function measureMemory({ web, worker }: House, results: Results): Promise<void> {
  const held = await Promise.all([web, worker].map(residentBytes))
  const [ofWeb, ofWorker] = held
  if (ofWeb === undefined || ofWorker === undefined) return
  note(results, memoryOfWeb, { value: ofWeb / 1e6, n: 1 })
  note(results, memoryOfWorker, { value: ofWorker / 1e6, n: 1 })
  note(results, memory, { value: (ofWeb + ofWorker) / 1e6, n: 1 })
}

async function residentBytes({ child }: Running): Promise<number | undefined> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
}
