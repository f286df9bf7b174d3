import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choosePassword } from './choose.ts'
import { hashPassword, isOutdated, isPassword } from './hash.ts'

const whose = { name: 'Aoife Ní Mhurchú', email: 'aoife.murphy@tessbridge.example' }

test('a password is known again, and nothing else is', async () => {
  const kept = await hashPassword('grey otter lantern')
  assert.match(kept, /^\$argon2id\$v=19\$m=9216,t=4,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  assert.ok(await isPassword('grey otter lantern', kept))
  assert.ok(!(await isPassword('grey otter lanterm', kept)))
  assert.ok(!(await isPassword('grey otter lantern', undefined)))
  assert.notEqual(await hashPassword('grey otter lantern'), kept, 'salted')
})

test('accents are the same however the keyboard composes them', async () => {
  assert.ok(await isPassword('Mhurchu\u0301 lantern', await hashPassword('Mhurchú lantern')))
})

test('a hash of another cost is known and told to be made anew', async () => {
  const old = await hashPassword('grey otter lantern', { memory: 1024, passes: 2, parallelism: 1 })
  assert.ok(await isPassword('grey otter lantern', old))
  assert.ok(isOutdated(old))
  assert.ok(!isOutdated(await hashPassword('grey otter lantern')))
})

test('many at once wait for each other and are all done', async () => {
  const kept = await hashPassword('grey otter lantern')
  const done = await Promise.all(
    Array.from({ length: 8 }, (_, at) => isPassword(at % 2 ? 'no' : 'grey otter lantern', kept)),
  )
  assert.deepEqual(done, [true, false, true, false, true, false, true, false])
})

test('any twelve characters will do, unless everybody tries them or they are one’s name', () => {
  for (const good of ['grey otter lantern', '🌊🌊🌊🌊 sea and sky', 'ὦ ξεῖν’ ἀγγέλλειν', 'xk2-77w.pQz91']) {
    const chosen = choosePassword(good, whose)
    assert.ok(chosen.ok, `${good}: ${chosen.ok ? '' : chosen.refusal.words}`)
  }
  const bad: Record<string, string> = {
    '': 'no-password',
    'short otter': 'too-short',
    ['long '.repeat(50)]: 'too-long',
    Password12345: 'easy',
    'P@ssw0rd!!!!': 'easy',
    summersummer2026: 'easy',
    '1234567890123': 'easy',
    abcdefghijklm: 'easy',
    aaaaaaaaaaaaaa: 'easy',
    abababababab1: 'easy',
    'aoife.murphy@tessbridge.example': 'own-name',
    'aoife.murphy1': 'own-name',
  }
  for (const [password, code] of Object.entries(bad)) {
    const chosen = choosePassword(password, whose)
    assert.equal(chosen.ok ? 'fine' : chosen.refusal.code, code, password)
  }
})
