import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Characters from which on a page is a document with long tables: those shrink to a tenth. */
const large = 48_000

/**
 * Sends large pages compressed. Ordinary pages stay as they are: they are small, and compressing what holds both a form
 * token and words from the address tells its length to whoever can make a browser ask again and again. That cannot be
 * done from another site anyhow, because the cookies are SameSite=Lax.
 */
export async function compressLarge(request: FastifyRequest, reply: FastifyReply, sent: unknown): Promise<unknown> {
  if (typeof sent !== 'string' || sent.length < large) return sent
  if (!String(reply.getHeader('content-type')).startsWith('text/html')) return sent
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return sent
  reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').removeHeader('content-length')
  // the lightest level finds nearly as much in a table, in less time than handing it to another thread takes
  return gzipSync(sent, { level: 1 })
}
