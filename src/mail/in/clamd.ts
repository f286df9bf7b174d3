import { connect, type Socket } from 'node:net'
import { oneLine } from '#kernel/text.ts'

/** Says what the scanner calls the thing it found in these bytes; undefined when it found nothing. Throws when it cannot be asked. */
export type Scan = (bytes: Uint8Array) => Promise<string | undefined>

const patience = 60_000
const pieceBytes = 64 * 1024

/** Asks clamd at `tcp://host:port` or `unix:/path`, by its INSTREAM command: pieces with their lengths, an empty one at the end. */
export const scanWith =
  (url: string): Scan =>
  async bytes => {
    const answer = await ask(open(url), bytes)
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
    if (found) return found
    if (answer === 'stream: OK') return undefined
    throw new Error(`The virus scanner answered: ${answer || 'nothing'}`)
  }

function open(url: string): Socket {
  if (url.startsWith('unix:')) return connect({ path: url.slice('unix:'.length) })
  const { hostname, port } = new URL(url)
  return connect({ host: hostname, port: Number(port) })
}

function ask(socket: Socket, bytes: Uint8Array): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let answer = ''
  socket.setTimeout(patience, () => socket.destroy(new Error('The virus scanner does not answer')))
  socket.on('data', data => (answer += data.toString()))
  socket.on('error', error =>
    reject(new Error(`The virus scanner cannot be asked: ${error.message}`, { cause: error })),
  )
  // it may hang up while we still send, as when the message is larger than it takes: its answer counts
  socket.on('close', () => resolve(oneLine(answer)))
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes)
    socket.write(lengthOf(piece.length))
    socket.write(piece)
  }
  socket.end(lengthOf(0))
  return promise
}

function lengthOf(length: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(length)
  return four
}
