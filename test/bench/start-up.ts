import { note, type Figure, type Results } from './figure.ts'
import { environment, firstAnswer, freePort, runOn } from './house.ts'

const healthy: Figure = { name: 'start to /healthz', unit: 's' }
const firstPage: Figure = { name: 'start to first page', unit: 's', target: { atMost: 5 } }

/** `one-stop start` on the existing embedded database, until a person could sign in. */
export async function measureStart(folder: string, runs: number, results: Results): Promise<void> {
  for (let run = 0; run < runs; run++) {
    const env = environment(folder, await freePort(), await freePort())
    const began = performance.now()
    const house = runOn(['start'], env)
    try {
      await firstAnswer(`${env.PUBLIC_URL}/healthz`)
      note(results, healthy, { value: (performance.now() - began) / 1000, n: 1 })
      await firstAnswer(`${env.PUBLIC_URL}/sign-in`)
      note(results, firstPage, { value: (performance.now() - began) / 1000, n: 1 })
    } finally {
      await house.stop()
    }
  }
}
