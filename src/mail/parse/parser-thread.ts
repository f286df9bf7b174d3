import { parentPort } from 'node:worker_threads'
import { parseMail } from './parse.ts'

/** The other end of parser.ts. What goes wrong here ends this thread and nothing else. */
if (!parentPort) throw new Error('this file runs as a thread of the parser')
const port = parentPort

port.on('message', async ({ raw, mailFrom }: { raw: Uint8Array; mailFrom: string }) => {
  const answer = await parseMail(raw, mailFrom)
  const buffers = answer.ok ? new Set(answer.mail.attachments.map(it => it.bytes.buffer)) : []
  port.postMessage(answer, [...buffers])
})
port.postMessage('ready')
