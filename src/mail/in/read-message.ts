import type { SMTPServerDataStream } from 'smtp-server'
import type { Room } from './room-for-big-ones.ts'

/** A message of up to this size is read without asking for room. */
export const ordinaryBytes = 256 * 1024

export type ReadMessage = { readonly bytes: Buffer; readonly leave: () => void }

/**
 * Reads the message to its end; undefined when it was over the limit (the server only marks it, and would say 250).
 * A big one waits for room first; call `leave` when it is stored.
 */
export async function readMessage(stream: SMTPServerDataStream, room: Room): Promise<ReadMessage | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  let leave: (() => void) | undefined
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      // over the limit: the rest is read, because only then does the sender listen, but not kept
      if (stream.sizeExceeded) chunks.length = 0
      else chunks.push(chunk)
      size += chunk.length
      if (size > ordinaryBytes) leave ??= await room.enter()
    }
  } catch (error) {
    leave?.()
    throw error
  }
  if (stream.sizeExceeded) {
    leave?.()
    return undefined
  }
  return { bytes: Buffer.concat(chunks), leave: leave ?? (() => {}) }
}
