import { on } from 'node:events'
import { getCompileCacheDir } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Cast } from './cast.ts'
import type { Wish } from './history.ts'

export type Script = { readonly cast: Cast; readonly wish: Wish }

/** Some enquiries of the plan: from one place up to, not including, another. */
export type Part = { readonly from: number; readonly to: number }

const partSize = 1000

/** Nearly all that a thread makes is forgotten with its part: room for it spares carrying it around. */
const youngMb = 128

/** How many parts a thread may have ready before they are taken. */
const ahead = 2

/** Tells the history on every core; gives its parts in their order, as texts for COPY. */
export async function* tellInThreads(script: Script): AsyncGenerator<{ texts: Uint8Array[]; to: number }> {
  const parts = partsOf(script.wish.enquiries)
  const threads = Array.from({ length: Math.min(parts.length, availableParallelism()) }, () => openThread(script))
  const ask = (i: number) => parts[i] && threads[i % threads.length]!.worker.postMessage(parts[i])
  try {
    for (let i = 0; i < ahead * threads.length; i++) ask(i)
    for (const [i, { to }] of parts.entries()) {
      const told = await threads[i % threads.length]!.told.next()
      ask(i + ahead * threads.length)
      yield { texts: told.value![0], to }
    }
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()))
  }
}

function openThread(script: Script) {
  const worker = new Worker(new URL('./telling-thread.ts', import.meta.url), {
    workerData: script,
    env: startsFromCache(),
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  })
  // keeps what comes before it is taken, and throws what the thread throws
  return { worker, told: on(worker, 'message') }
}

/** A thread reads what Node.js made of the TypeScript for us, where that is kept: it takes half the time to start. */
function startsFromCache(): NodeJS.ProcessEnv {
  const kept = getCompileCacheDir()
  return kept ? { ...process.env, NODE_COMPILE_CACHE: dirname(kept) } : process.env
}

const partsOf = (enquiries: number): Part[] =>
  Array.from({ length: Math.ceil(enquiries / partSize) }, (_, i) => ({
    from: i * partSize,
    to: Math.min((i + 1) * partSize, enquiries),
  }))
