import { once } from 'node:events'
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Parsed, Unreadable } from './parsed-mail.ts'

/** Reads messages in threads of their own, so that a hostile one costs its thread and a few seconds, nothing else. */
export type Parser = {
  readonly parse: (raw: Uint8Array, mailFrom: string) => Promise<Parsed>
  readonly close: () => Promise<void>
}

export type ParserOptions = {
  /** how many messages are read at the same time */
  readonly threads?: number
  /** seconds of processor time that a message gets; the largest photo takes two */
  readonly limitSeconds?: number
  readonly memoryMegabytes?: number
}

export function openParser({ threads = 1, limitSeconds = 4, memoryMegabytes = 160 }: ParserOptions = {}): Parser {
  const lanes = Array.from({ length: threads }, () => openLane(limitSeconds, memoryMegabytes))
  let turn = 0
  return {
    parse: (raw, mailFrom) => lanes[turn++ % lanes.length]!.parse(raw, mailFrom),
    close: async () => void (await Promise.all(lanes.map(lane => lane.close()))),
  }
}

/** One thread, one message at a time; the thread is made when it is needed and made anew after it broke. */
function openLane(limitSeconds: number, memoryMegabytes: number): Parser {
  let worker: Promise<Worker> | undefined
  let before: Promise<unknown> = Promise.resolve()
  const end = async () => {
    const ending = worker
    worker = undefined
    await (await ending?.catch(() => undefined))?.terminate()
  }
  const read = async (raw: Uint8Array, mailFrom: string): Promise<Parsed> => {
    const thread = await (worker ??= startThread(memoryMegabytes))
    const answer = await ask(thread, raw, mailFrom, limitSeconds)
    // what a big one took is given back at once, not when the thread feels short of it
    if (!answer.ok || raw.length > bigBytes) await end()
    return answer
  }
  return {
    parse: (raw, mailFrom) => {
      const reading = before.then(() => read(raw, mailFrom))
      before = reading.catch(end)
      return reading
    },
    close: async () => {
      await before
      await end()
    },
  }
}

const bigBytes = 4 * 1024 * 1024

/**
 * A thread does not know what this process keeps of its compiled TypeScript: without it each would hold a compiler, which
 * is three times the rest.
 */
const beginning = `
  const { workerData: { file, kept } } = require('node:worker_threads')
  const { enableCompileCache, flushCompileCache } = require('node:module')
  if (kept) enableCompileCache(kept)
  import(file).then(() => kept && flushCompileCache())
`

async function startThread(memoryMegabytes: number): Promise<Worker> {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 8 }
  const file = import.meta.resolve('./parser-thread.ts')
  const kept = getCompileCacheDir()
  const workerData = { file, kept: kept && dirname(kept) }
  const worker = new Worker(beginning, { eval: true, resourceLimits, workerData })
  await once(worker, 'message', { signal: AbortSignal.timeout(30_000) })
  // a thread that waits for work must not keep the house from closing
  worker.unref()
  return worker
}

function ask(worker: Worker, raw: Uint8Array, mailFrom: string, seconds: number): Promise<Parsed> {
  // shared as it is, or a copy of its own, given away: cloning a view would carry the whole pool it lies in
  const isShared = raw.buffer instanceof SharedArrayBuffer
  const handed = isShared ? raw : new Uint8Array(raw)
  return new Promise(resolve => {
    const tooLong = () => done(broken('took-too-long', `Reading it took more than ${Math.round(seconds)} seconds`))
    const stopWatching = watch(worker, seconds, tooLong)
    const done = (answer: Parsed) => {
      stopWatching()
      worker.off('message', done).off('error', failed).off('exit', failed).unref()
      resolve(answer)
    }
    const failed = () => done(broken('unreadable', 'Reading it broke the reader, most likely for lack of memory'))
    worker.on('message', done).on('error', failed).on('exit', failed).ref()
    worker.postMessage({ raw: handed, mailFrom }, isShared ? [] : [handed.buffer as ArrayBuffer])
  })
}

/** A machine that is busy with other things gives a message more time, but not for ever. */
const patience = 12

/** Calls out when the thread has worked so many seconds, or has been waited for much longer; until told to stop. */
function watch(worker: Worker, seconds: number, tooLong: () => void): () => void {
  const over = new AbortController()
  const looking = async () => {
    const before = await worker.cpuUsage()
    const began = performance.now()
    while (!over.signal.aborted) {
      await pause(Math.min(500, seconds * 1000), undefined, { signal: over.signal })
      const { user, system } = await worker.cpuUsage(before)
      const waited = (performance.now() - began) / 1000
      if ((user + system) / 1e6 > seconds || waited > seconds * patience) tooLong()
    }
  }
  // it ends by the answer, or with the thread
  looking().catch(() => {})
  return () => over.abort()
}

const broken = (reason: Unreadable['reason'], words: string): Unreadable => ({ ok: false, reason, words })
