import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '#platform/config.ts'
import { testDatabase } from '#test/database.ts'
import { addPerson } from './add-person.ts'

const db = await testDatabase()
const config = readConfig({ DATABASE_URL: db.ownerUrl, PUBLIC_URL: 'https://onestop.council.example', DEMO: 'off' })
const rosa = ['--email', 'rosa@council.example', '--name', 'Rosa Delgado']

async function said(...args: string[]): Promise<string> {
  const lines: string[] = []
  await addPerson(config, args, line => lines.push(line))
  return lines.join('\n')
}

test('the first administrator of an empty council gets a link that works for a day', async () => {
  const words = await said(...rosa, '--role', 'admin')
  assert.match(
    words,
    /Rosa Delgado is added, with the roles admin\.\n.*https:\/\/onestop\.council\.example\/sign-in\/\S{40,}$/,
  )
  const [link] = await db.owner`
    select p.name, round(extract(epoch from l.expires_at - l.created_at) / 3600) as hours
    from people.sign_in_link l join people.person p on p.id = l.person_id
  `
  assert.deepEqual({ ...link }, { name: 'Rosa Delgado', hours: '24' })
  assert.deepEqual(
    (await db.owner`select act from audit.entry`).map(row => row.act),
    ['people.added'],
  )
})

test('a second time gives the roles; as JSON', async () => {
  const known = JSON.parse(await said(...rosa, '--role', 'one-stop,auditor', '--json'))
  assert.deepEqual([known.added, known.roles], [false, ['admin', 'auditor', 'one-stop']])
})

test('what is wrong is named by its option', async () => {
  await assert.rejects(
    said('--email', 'x', '--role', 'boss'),
    /^Error: --email: Enter an email address[^]*\n--role: There is no role “boss”/,
  )
})

test('an unprepared database is said to be so', async () => {
  const name = new URL(db.ownerUrl).pathname.slice(1)
  await db.owner.unsafe(`create database ${name}_bare`)
  const bare = { ...config, databaseUrl: db.ownerUrl.replace(name, `${name}_bare`) }
  await assert.rejects(
    addPerson(bare, [...rosa, '--role', 'admin'], () => {}),
    /Run: npx one-stop migrate/,
  )
  await db.owner.unsafe(`drop database ${name}_bare with (force)`)
})
