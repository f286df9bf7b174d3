import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import fastify from 'fastify'
import { compressLarge } from './compress.ts'

const server = fastify()
server.addHook('onSend', compressLarge)
const long = `<p>${'figures '.repeat(8000)}</p>`
server.get('/long', (_request, reply) => reply.type('text/html; charset=utf-8').send(long))
server.get('/short', (_request, reply) => reply.type('text/html; charset=utf-8').send('<p>short</p>'))
server.get('/data', (_request, reply) => reply.type('text/csv').send(long))

const ask = (url: string, encoding = 'gzip, br') => server.inject({ url, headers: { 'accept-encoding': encoding } })

test('a long page goes out compressed, and says the same', async () => {
  const { headers, rawPayload } = await ask('/long')
  assert.equal(headers['content-encoding'], 'gzip')
  assert.equal(headers['content-length'], `${rawPayload.length}`)
  assert.ok(rawPayload.length < long.length / 10)
  assert.equal(gunzipSync(rawPayload).toString(), long)
})

test('what is short, no page, or asked for by somebody who takes no compression goes out as it is', async () => {
  for (const answer of [await ask('/short'), await ask('/data'), await ask('/long', 'identity')])
    assert.equal(answer.headers['content-encoding'], undefined)
  assert.equal((await ask('/long', 'identity')).body, long)
})
