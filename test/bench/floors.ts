import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expecting, openCaller } from './caller.ts'
import { note, rateOf, timeEach, type Figure, type Results } from './figure.ts'
import { dropFloorTable, idsOfEnquiries, insertFloorRow, makeFloorTable, selectById } from './floors.sql.ts'
import type { House } from './house.ts'

export const indexedSelect: Figure = { name: 'floor: select by primary key', unit: 'ms' }
export const durableInsert: Figure = { name: 'floor: durable insert, 1 client', unit: 'ms' }
export const durableInserts: Figure = { name: 'floor: durable inserts, 8 clients', unit: '/s' }
export const bareHttp: Figure = { name: 'floor: bare HTTP answer', unit: 'ms' }

/** The least that this machine takes for the same kinds of work, through the same driver and the same HTTP server. */
export async function measureFloors({ owner }: House, results: Results): Promise<void> {
  const ids = await idsOfEnquiries(owner, 500)
  note(results, indexedSelect, await timeEach(2000, i => selectById(owner, ids[i % ids.length]!)))
  await makeFloorTable(owner)
  note(results, durableInsert, await timeEach(1000, () => insertFloorRow(owner)))
  note(results, durableInserts, await rateOf(8, 8000, () => insertFloorRow(owner)))
  await dropFloorTable(owner)
  note(results, bareHttp, await bareAnswers())
}

async function bareAnswers() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-http.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [port] = await once(child.stdout, 'data')
    const caller = openCaller(`http://127.0.0.1:${String(port).trim()}`)
    return await timeEach(2000, () => expecting(200, caller.get('/'))).finally(() => caller.close())
  } finally {
    child.kill()
    await once(child, 'exit')
  }
}
