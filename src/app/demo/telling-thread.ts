import { parentPort, workerData } from 'node:worker_threads'
import { calendarByRule } from '#clock/door.ts'
import { dayOf } from '#kernel/day.ts'
import { copyTexts } from './copy-lines.ts'
import { plan, tellPart } from './history.ts'
import type { Part, Script } from './tell-in-threads.ts'

const { cast, wish } = workerData as Script
const planned = plan(cast, wish)
const facing = { calendar: calendarByRule(), today: dayOf(wish.now) }

parentPort!.on('message', ({ from, to }: Part) => {
  const texts = copyTexts(tellPart(cast, planned, wish, from, to), facing)
  parentPort!.postMessage(
    texts,
    texts.map(text => text.buffer),
  )
})
