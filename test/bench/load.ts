import { seal } from '#audit/door.ts'
import { inTransaction, openDatabase } from '#platform/db/database.ts'
import { note, type Figure, type Results } from './figure.ts'
import { environment, runToEnd } from './house.ts'
import { freshDatabase, settle } from './load.sql.ts'

const rate: Figure = { name: 'demo load', unit: '/s', target: { atLeast: 5000 } }
const whole = (size: number): Figure => ({
  name: `demo --enquiries ${size}, whole command`,
  unit: 's',
  ...(size === 100_000 && { target: { atMost: 60 } }),
})

/** Loads the demonstration by its command into an empty database, as often as asked; the last one stays. */
export async function measureLoad(
  ownerUrl: string,
  folder: string,
  size: number,
  runs: number,
  results: Results,
): Promise<void> {
  for (let run = 0; run < runs; run++) {
    await freshDatabase(ownerUrl)
    const began = performance.now()
    const said = await runToEnd(['demo', '--enquiries', String(size)], environment(folder, 0, 0, ownerUrl))
    const seconds = (performance.now() - began) / 1000
    note(results, whole(size), { value: seconds, n: size })
    note(results, rate, { value: size / seconds, n: size })
    for (const { phase, took } of phasesIn(said))
      note(results, { name: `demo load: ${phase}`, unit: 's' }, { value: took, n: size })
  }
  await sealed(ownerUrl)
  await settle(ownerUrl)
}

/** What the command says of its phases: `  history told and copied: 12.3 s`. */
const phasesIn = (said: string) =>
  said
    .matchAll(/^ {2}(.+): ([\d.]+) s$/gm)
    .map(([, phase, took]) => ({ phase: phase!, took: Number(took) }))
    .toArray()

/** The worker chains the trail of the history within the first minutes, which takes a core for as long. */
async function sealed(ownerUrl: string): Promise<void> {
  const db = openDatabase(ownerUrl, { connections: 1 })
  await inTransaction(db, 'system', tx => seal(tx)).finally(() => db.close())
}
