import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import { isTest, readSource, roomOf, root, rooms, type SourceFile } from './source.ts'

const files = (await readSource(['src/**/*.ts'])).filter(file => !isTest(file.path))
const byPath = new Map(files.map(file => [file.path, file]))

test('the structure tests see the whole house', () => {
  assert.ok(files.length > 400, `only ${files.length} files were seen`)
  const imports = files.flatMap(file => file.imports).filter(it => it.to.startsWith('src/'))
  assert.ok(imports.length > 1500, `only ${imports.length} imports were seen`)
  for (const room of rooms)
    assert.ok(
      files.some(file => file.room === room),
      `nothing was seen of ${room}`,
    )
  assert.deepEqual(
    imports.filter(it => it.to.endsWith('.ts') && !byPath.has(it.to)).map(it => it.to),
    [],
    'imports that lead nowhere',
  )
})

test('every file stands in a room', () => {
  assert.deepEqual(
    files.filter(file => !file.room).map(file => file.path),
    [],
  )
})

test('nothing that is written for the house lies beside it', async () => {
  const places = await readdir(root, { withFileTypes: true })
  const isOurs = (name: string) => !name.startsWith('.') && !['node_modules', 'data'].includes(name)
  assert.deepEqual(
    places
      .filter(it => it.isDirectory() && isOurs(it.name))
      .map(it => it.name)
      .toSorted(),
    ['bin', 'db', 'docs', 'src', 'test'],
  )
  assert.deepEqual(
    places.filter(it => it.isFile() && /\.(ts|js|sql)$/.test(it.name)).map(it => it.name),
    [],
  )
})

test('imports go only down the order of the rooms', () => {
  assert.deepEqual(
    crossings(({ from, to }) => rooms.indexOf(to) > rooms.indexOf(from)),
    [],
  )
})

test('a room is entered only through its door, and by app through its routes', () => {
  const open = new Set(['kernel', 'platform'])
  assert.deepEqual(
    crossings(({ from, to, path }) => {
      if (open.has(to) || path === `src/${to}/door.ts`) return false
      return !(from === 'app' && path === `src/${to}/routes.ts`)
    }),
    [],
  )
})

test('the product imports no tests', () => {
  const found = files.flatMap(file => file.imports.filter(it => isTest(it.to)).map(it => `${file.path} → ${it.to}`))
  assert.deepEqual(found, [])
})

test('nothing imports itself in a circle', () => {
  assert.deepEqual(circles(files), [])
})

test('a circle is found where there is one', () => {
  const file = (path: string, to: string) =>
    ({ path, imports: [{ to, from: to, typeOnly: false }] }) as unknown as SourceFile
  assert.deepEqual(circles([file('a', 'b'), file('b', 'c'), file('c', 'b')]), ['b → c → b'])
})

type Crossing = { readonly from: (typeof rooms)[number]; readonly to: (typeof rooms)[number]; readonly path: string }

function crossings(isWrong: (it: Crossing) => boolean): string[] {
  return files.flatMap(file =>
    file.imports.flatMap(({ to: path }) => {
      const to = roomOf(path)
      const wrong = to && file.room && to !== file.room && isWrong({ from: file.room, to, path })
      return wrong ? [`${file.path} → ${path}`] : []
    }),
  )
}

/** Types are gone when the program runs: only what is really loaded can wait for itself. */
function circles(all: readonly SourceFile[]): string[] {
  const known = new Map(all.map(file => [file.path, file]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (done.has(path) || trail.includes(path)) return
    for (const it of known.get(path)?.imports ?? [])
      if (!it.typeOnly && known.has(it.to)) visit(it.to, [...trail, path])
    done.add(path)
  }
  for (const { path } of all) visit(path, [])
  return found
}
