import { after } from 'node:test'
import { randomBytes } from 'node:crypto'
import type postgres from 'postgres'
import { connectAsOwner, openDatabase, type Database } from '#platform/db/database.ts'

const template = 'one_stop_template'

const urlOf = (serverUrl: string, name: string): string =>
  Object.assign(new URL(serverUrl), { pathname: `/${name}` }).toString()

/** Makes the empty template database anew; returns the owner's address of it. */
export async function createTemplate(serverUrl: string): Promise<string> {
  const sql = connectAsOwner(urlOf(serverUrl, 'postgres'))
  await sql.unsafe(`drop database if exists ${template} with (force)`)
  await sql.unsafe(`create database ${template}`)
  await sql.end()
  return urlOf(serverUrl, template)
}

export type TestDatabase = Database & {
  /** the owner's connection: to arrange and to look behind the policies */
  readonly owner: postgres.Sql
  readonly ownerUrl: string
}

/** A fresh migrated database for one test file, dropped when its tests are over. */
export async function testDatabase({ connections = 5, from = template } = {}): Promise<TestDatabase> {
  const serverUrl = process.env.TEST_DATABASE_URL
  if (!serverUrl) throw new Error('run tests with bin/test: it starts PostgreSQL and migrates the template')
  const name = `one_stop_test_${randomBytes(6).toString('hex')}`
  const server = connectAsOwner(urlOf(serverUrl, 'postgres'))
  await server.unsafe(`create database ${name} template ${from}`)
  const ownerUrl = urlOf(serverUrl, name)
  const database = openDatabase(ownerUrl, { connections })
  const owner = connectAsOwner(ownerUrl, 2)
  after(async () => {
    await database.close()
    await owner.end({ timeout: 5 })
    await server.unsafe(`drop database ${name} with (force)`)
    await server.end()
  })
  return { ...database, owner, ownerUrl }
}
