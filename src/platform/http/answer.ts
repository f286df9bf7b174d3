import type { Readable } from 'node:stream'
import type { Html } from '../views/html.ts'
import type { Refusal } from '../../kernel/result.ts'

/** What a handler gives back; the server turns it into HTTP. Handlers never touch the reply. */
export type Answer = PageAnswer | RedirectAnswer | JsonAnswer | ProblemAnswer | FileAnswer | MissingAnswer

export type Page = {
  /** stands in the browser's title and is the h1 unless `ownHeading` */
  readonly title: string
  readonly body: Html
  /** set when the body has its own h1 */
  readonly ownHeading?: boolean
  /** the whole width instead of two thirds */
  readonly wide?: boolean
  /** which item of the navigation is current: its address */
  readonly current?: string
  readonly back?: { readonly href: string; readonly text?: string }
  /** an error page of a form begins its title with "Error:" */
  readonly invalid?: boolean
}

export type PageAnswer = { readonly kind: 'page'; readonly status: number; readonly page: Page }
export type RedirectAnswer = {
  readonly kind: 'redirect'
  readonly to: string
  /** what was done, said once on the page it leads to */
  readonly flash?: string
  /** why something was not done, said once on the page it leads to */
  readonly warning?: string
  /** cookies to set (or, with an empty value, to drop) */
  readonly cookies?: readonly Cookie[]
}
export type Cookie = { readonly name: string; readonly value: string; readonly maxAgeSeconds: number }
export type JsonAnswer = {
  readonly kind: 'json'
  readonly status: number
  readonly value: unknown
  readonly headers?: Record<string, string>
}
export type ProblemAnswer = { readonly kind: 'problem'; readonly status: number; readonly refusal: Refusal }
export type FileAnswer = {
  readonly kind: 'file'
  readonly body: Buffer | string | Readable
  readonly type: string
  /** given: the browser saves it under this name; not given: it may show it */
  readonly saveAs?: string
  /** what a shown document may do, as a Content-Security-Policy; not given: nothing at all */
  readonly policy?: string
}
/** Not there, or not for this viewer: the two look the same. */
export type MissingAnswer = { readonly kind: 'missing' }

export const page = (page: Page, status = 200): PageAnswer => ({ kind: 'page', status, page })

/** A form shown again with what was typed and what to mend. */
export const pageAgain = (given: Page): PageAnswer => page({ ...given, invalid: true }, 422)

export const redirect = (to: string, flash?: string): RedirectAnswer => ({ kind: 'redirect', to, flash })

export const json = (value: unknown, status = 200, headers?: Record<string, string>): JsonAnswer => ({
  kind: 'json',
  status,
  value,
  headers,
})

/** Leads on and says why what was asked for was not done: no success. */
export const turnBack = (to: string, warning: string): RedirectAnswer => ({ kind: 'redirect', to, warning })

/** RFC 9457 problem; 409 for a lost race, 422 for what a rule refuses, 403 for what a role may not. */
export const problem = (refusal: Refusal, status = statusOf(refusal)): ProblemAnswer => ({
  kind: 'problem',
  status,
  refusal,
})

export const file = (answer: Omit<FileAnswer, 'kind'>): FileAnswer => ({ kind: 'file', ...answer })

export const missing: MissingAnswer = { kind: 'missing' }

const statusOf = (refusal: Refusal): number =>
  ({ 'stale-version': 409, 'not-allowed': 403, 'not-found': 404, 'too-large': 413, 'too-many': 429 })[refusal.code] ??
  422
