import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from './source.ts'
import { writtenAs } from './written.ts'

/** Licences under which a part may be handed on together with work under the EUPL-1.2. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'Bitstream-Vera',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'EUPL-1.1+',
  'EUPL-1.2',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'PostgreSQL',
  'Unlicense',
  'WTFPL',
])

/** Parts whose package names no licence by its code: read in their own LICENSE file. */
const readByHand: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf': 'Bitstream-Vera',
  'png-js': 'MIT',
}

type Locked = {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
}
type Part = { readonly name: string; readonly version: string; readonly licence: string }

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }

/** Everything that is installed where the product runs, whatever the machine. */
const parts = Object.entries(lock.packages)
  .filter(([path, it]) => path !== '' && !it.dev && !it.devOptional)
  .map(
    ([path, it]): Part => ({
      name: path.split('node_modules/').at(-1)!,
      version: it.version ?? '',
      licence: licenceOf(path, it),
    }),
  )
  .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1))

/** The lock knows most; the rest say it in their own package, or only in words. */
function licenceOf(path: string, { license }: Locked): string {
  const byHand = readByHand[path.split('node_modules/').at(-1)!]
  if (byHand) return byHand
  if (license) return license
  const own = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as {
    license?: string | { type: string }
    licenses?: { type: string }[]
  }
  const said = own.license ?? own.licenses?.map(it => it.type).join(' OR ') ?? ''
  return typeof said === 'string' ? said : said.type
}

/** One of several to choose from is enough; of several that hold together each must do. */
const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some(choice => choice.split(' AND ').every(one => allowed.has(one.trim())))

test('every part the product stands on may be handed on with it', () => {
  assert.ok(parts.length > 150, `only ${parts.length} parts were seen`)
  assert.deepEqual(
    parts.filter(part => !isAllowed(part.licence)).map(part => `${part.name}: ${part.licence || 'none'}`),
    [],
  )
})

test('a licence that does not fit is recognised', () => {
  assert.ok(isAllowed('(MIT OR GPL-3.0-only)') && isAllowed('MIT AND ISC'))
  assert.ok(!isAllowed('GPL-3.0-only') && !isAllowed('MIT AND SSPL-1.0') && !isAllowed('') && !isAllowed('UNLICENSED'))
})

test('docs/licences.md lists them', () => {
  writtenAs('docs/licences.md', page(), 'licences')
})

function page(): string {
  const unique = [...new Map(parts.map(part => [`${part.name} ${part.version}`, part])).values()]
  const rows = unique.map(part => `| ${part.name} | ${part.version} | ${part.licence} |`)
  return `# Licences of the parts One Stop stands on

One Stop itself is under the [EUPL-1.2](../LICENSE). These parts are installed with it; each keeps its own licence, which is
in its folder under \`node_modules\`. The embedded PostgreSQL is under the PostgreSQL Licence, Node.js under the MIT licence
with those of its parts. Written by \`bin/licences\`, compared by the tests.

| part | version | licence |
|---|---|---|
${rows.join('\n')}
`
}
