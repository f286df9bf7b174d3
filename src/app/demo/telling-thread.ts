import { parentPort, workerData } from 'node:worker_threads'
import { copyTexts } from './copy-text.ts'
import { plan, tellPart } from './history.ts'
import type { Part, Script } from './tell-in-threads.ts'

const { cast, wish } = workerData as Script
const planned = plan(cast, wish)

parentPort!.on('message', ({ from, to }: Part) => {
  const texts = copyTexts(tellPart(cast, planned, wish, from, to))
  parentPort!.postMessage(
    texts,
    texts.map(text => text.buffer),
  )
})
