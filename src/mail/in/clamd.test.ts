import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { scanWith } from './clamd.ts'

/** clamd as one talks to it: what was streamed, put together again, and its verdict. */
const streamed: Buffer[] = []
let verdict = (bytes: Buffer): string =>
  bytes.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'
const clamd = createServer({ allowHalfOpen: true }, socket => {
  let all = Buffer.alloc(0)
  socket.on('error', () => {})
  socket.on('data', (data: Buffer) => {
    all = Buffer.concat([all, data])
    if (all.length < 10) return
    const parts: Buffer[] = []
    for (let at = 10; at + 4 <= all.length;) {
      const length = all.readUInt32BE(at)
      if (length === 0) {
        const bytes = Buffer.concat(parts)
        streamed.push(bytes)
        return void socket.end(verdict(bytes))
      }
      parts.push(all.subarray(at + 4, at + 4 + length))
      at += 4 + length
    }
  })
})
await once(clamd.listen(0, '127.0.0.1'), 'listening')
after(() => clamd.close())
const scan = scanWith(`tcp://127.0.0.1:${(clamd.address() as AddressInfo).port}`)

test('every byte is scanned, and what is found has its name', async () => {
  const clean = Buffer.alloc(300_000, 'clean ')
  assert.equal(await scan(clean), undefined)
  assert.deepEqual(streamed.at(-1), clean)
  assert.equal(await scan(Buffer.from('X5O EICAR')), 'Eicar-Test-Signature')
  assert.equal(await scan(Buffer.alloc(0)), undefined)
})

test('a scanner that cannot be asked, or cannot say, is trouble and never a clean bill', async () => {
  await assert.rejects(scanWith('tcp://127.0.0.1:1')(Buffer.from('x')), /cannot be asked/)
  verdict = () => 'INSTREAM size limit exceeded. ERROR\0'
  await assert.rejects(scan(Buffer.from('x')), /size limit exceeded/)
})
