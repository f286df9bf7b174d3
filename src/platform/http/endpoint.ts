import type { z } from 'zod'
import type { Route } from './route.ts'

/** One address of the API with all that its document says. Requests are parsed with the very schemas that are shown. */
export type Endpoint = Route & {
  /** the heading it stands under: `Enquiries` */
  readonly group: string
  /** what generated clients call it: `raiseEnquiry` */
  readonly id: string
  readonly title: string
  /** one or two sentences, for whoever writes a client */
  readonly means: string
  /** what a name in its path stands for: `reference` */
  readonly inPath?: Readonly<Record<string, string>>
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
  /** it takes an Idempotency-Key: sent twice, done once */
  readonly once?: true
  readonly answers: readonly Answering[]
  /** the problems it may answer with, as HTTP statuses */
  readonly problems: readonly number[]
  readonly example: Example
}

export type Answering = {
  readonly status: number
  readonly means: string
  /** undefined: no JSON; then `type` says what comes, or nothing comes */
  readonly shape?: z.ZodType
  readonly type?: string
}

/** A request that works as it stands, and what came back. A test sends every one of them. */
export type Example = {
  /** whose token it is sent with: `demo.member`; undefined for an address that needs none */
  readonly as?: string
  /** with every name filled in, and its query */
  readonly path: string
  readonly key?: string
  readonly body?: object
  readonly status: number
  readonly answer?: unknown
}
