import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RedirectAnswer } from './answer.ts'

/** What a redirect has the next page say: what was done, or why it was not. */
export type Said = { readonly flash: string | undefined; readonly warning?: string | undefined }

const saidCookie = 'one_stop_said'
/** stands before what was not done */
const warningMark = '!'

/** The cookie that carries the words to the next page; undefined when there is nothing to say. */
export function saidBy({ flash, warning }: RedirectAnswer): { name: string; value: string } | undefined {
  const value = warning ? `${warningMark}${warning}` : flash
  return value ? { name: saidCookie, value } : undefined
}

/** What the page before left to say; it is said once. */
export function takeSaid(request: FastifyRequest, reply: FastifyReply): Said {
  const said = request.cookies[saidCookie]
  if (!said) return { flash: undefined }
  reply.clearCookie(saidCookie, { path: '/' })
  return said.startsWith(warningMark) ? { flash: undefined, warning: said.slice(1) } : { flash: said }
}
