import type { FastifyRequest } from 'fastify'
import { csrfMatches } from './csrf.ts'
import { readForm } from './read-form.ts'

/** What somebody typed who was signed out meanwhile: the page gives it back to be sent again after signing in. */
export type KeptWords = {
  /** where the form was going */
  readonly action: string
  readonly fields: readonly (readonly [string, string])[]
  readonly csrf: string
  /** files cannot be given back; they have to be chosen again */
  readonly hadFiles: boolean
}

/** So much is read of a form whose sender is nobody to us; what is longer was kept as a draft while it was written. */
const mostBytesRead = 2 * 1024 * 1024

/**
 * The words of a form sent by somebody who is signed in no more. Undefined when it is no form of ours: only the browser
 * that was given the form gets its words back, so that no other site can put words into it.
 */
export async function keptWords(
  request: FastifyRequest,
  secret: string,
  visit: string,
): Promise<KeptWords | undefined> {
  const length = Number(request.headers['content-length'])
  if (!request.headers.accept?.includes('text/html') || !(length <= mostBytesRead)) return undefined
  const form = await readForm(request)
  const csrf = form.text('_csrf')
  if (!csrfMatches(secret, visit, csrf)) return undefined
  const names = Object.keys(form.typed).filter(name => name !== '_csrf')
  const fields = names.flatMap(name => form.texts(name).map(text => [name, text] as const))
  return { action: request.url, fields, csrf, hadFiles: form.files('files').length > 0 }
}
