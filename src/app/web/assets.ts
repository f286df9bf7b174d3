import { assetFiles, assetsCacheControl, assetsPath } from '#platform/views/assets/build.ts'
import type { FastifyInstance } from 'fastify'

/** Style sheet and scripts, compressed once, named by their content and kept by browsers for ever. */
export async function serveAssets(server: FastifyInstance): Promise<void> {
  const files = await assetFiles()
  server.get(`${assetsPath}:name`, (request, reply) => {
    const file = files.get((request.params as { name: string }).name)
    if (!file) return reply.code(404).send()
    const accepts = String(request.headers['accept-encoding'] ?? '')
    reply.header('cache-control', assetsCacheControl).header('vary', 'accept-encoding').type(file.type)
    if (file.brotli && /\bbr\b/.test(accepts)) return reply.header('content-encoding', 'br').send(file.brotli)
    if (file.gzip && /\bgzip\b/.test(accepts)) return reply.header('content-encoding', 'gzip').send(file.gzip)
    return reply.send(file.body)
  })
}
