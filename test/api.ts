import type { FastifyInstance } from 'fastify'
import type postgres from 'postgres'
import { createApiToken } from '#people/door.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import type { SmallCouncil, PersonKey } from './small-council.ts'

export type ApiSeen = {
  readonly status: number
  // what came is looked into field by field: a test that looks at the wrong one fails
  readonly body: any
  readonly headers: Record<string, string | string[] | number | undefined>
  readonly bytes: Buffer
}

/** Another system that calls the API with one person's token. */
export type Client = {
  readonly get: (path: string) => Promise<ApiSeen>
  readonly post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<ApiSeen>
}

/** A client with a real token of that person. */
export async function clientOf(server: FastifyInstance, db: Database, person: string): Promise<Client> {
  const token = await inTransaction(db, person, tx => createApiToken(tx, person, 'A test', new Date()))
  return client(server, { authorization: `Bearer ${token}` })
}

export function client(server: FastifyInstance, always: Record<string, string> = {}): Client {
  const ask = async (method: 'GET' | 'POST', url: string, body?: unknown, headers = {}): Promise<ApiSeen> => {
    const given = body === undefined ? {} : { payload: body as object }
    const { statusCode: status, ...seen } = await server.inject({
      method,
      url,
      headers: { ...always, ...headers },
      ...given,
    })
    const isJson = /json/.test(String(seen.headers['content-type']))
    return { status, body: isJson ? seen.json() : seen.body, headers: seen.headers, bytes: seen.rawPayload }
  }
  return { get: path => ask('GET', path), post: (path, body, headers) => ask('POST', path, body, headers) }
}

/** Gives the small council the names that the documents' examples use. */
export async function nameAsInExamples(owner: postgres.Sql, { people, mailbox }: SmallCouncil): Promise<void> {
  const names: Partial<Record<PersonKey, string>> = {
    member: 'demo.member',
    assistant: 'demo.assistant',
    oneStop: 'demo.one-stop',
    responder: 'demo.responder',
    owner: 'demo.owner',
    partner: 'demo.partner',
  }
  for (const [key, name] of Object.entries(names)) {
    const { person } = people[key as PersonKey]
    await owner`insert into people.email_address (address, person_id, verified_at) values (${`${name}@tessbridge.example`}, ${person}, now())`
  }
  const [topic] = await owner`
    insert into mailboxes.topic (key, name, words, kind) values ('pothole', 'Potholes', '{pothole}', 'service-request') returning id`
  await owner`insert into mailboxes.responsibility (topic_id, mailbox_id, from_on) values (${topic!.id}, ${mailbox.streets}, '2020-01-01')`
}
