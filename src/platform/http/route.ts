import type { Now } from '../../kernel/day.ts'
import type { Database, Tx } from '../db/database.ts'
import type { Answer } from './answer.ts'
import type { Form } from './form.ts'
import type { Viewer } from './viewer.ts'

/** One address of the house. Without `may` it does not compile: every route says who may come in. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** a permission (`room.act`), or 'public' */
  readonly may: string
  readonly handle: (asked: Asked) => Promise<Answer> | Answer
  /** at most so many requests a minute from one address or person; for sign-in and the like */
  readonly perMinute?: number
  /** the largest body it takes, where 2 MB are too few; read only for those who may come in */
  readonly mostBytes?: number
  /** its address is secret and proves enough, so that machines may call it which have no form token of ours */
  readonly byItsAddress?: true
}

/** One request, already understood. */
export type Asked = {
  readonly viewer: Viewer
  readonly now: Now
  readonly db: Database
  /** one transaction that sees exactly what the viewer may see */
  readonly transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly form: Form
  /** the parsed JSON body of an API request */
  readonly body: unknown
  readonly csrf: string
  readonly header: (name: string) => string | undefined
  readonly cookie: (name: string) => string | undefined
  readonly address: string
  readonly path: string
  readonly publicUrl: string
}
