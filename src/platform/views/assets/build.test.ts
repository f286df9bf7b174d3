import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { assetFiles, assetsPath, assetUrl, type AssetName } from './build.ts'

const names: AssetName[] = [
  'one-stop.css',
  'one-stop.js',
  'govuk-frontend.js',
  'moj-frontend.js',
  'simplewebauthn.js',
  'passkey.js',
  'writing.js',
  'company.js',
  'mentions.js',
  'typing.js',
  'list.js',
  'ward-map.js',
  'where.js',
  'favicon.svg',
]
const fileOf = (name: AssetName) => assetUrl(name).slice(assetsPath.length)

test('every asset has an address with a hash, and is served under it', async () => {
  const files = await assetFiles()
  assert.equal(files.size, names.length)
  for (const name of names) {
    assert.match(assetUrl(name), /^\/assets\/[\w-]+\.[0-9a-f]{10}\.(css|js|svg)$/)
    assert.ok(files.get(fileOf(name)), name)
  }
})

test('compressed copies hold the same bytes', async () => {
  for (const { body, brotli, gzip } of (await assetFiles()).values()) {
    assert.ok(brotli && brotliDecompressSync(brotli).equals(body))
    assert.ok(gzip && gunzipSync(gzip).equals(body))
  }
})

test('all assets together, of which a page takes some, are about half of its 150 kB', async () => {
  let transferred = 0
  for (const { gzip } of (await assetFiles()).values()) transferred += gzip?.length ?? Infinity
  assert.ok(transferred < 80_000, `${transferred} bytes`)
})

test('the style sheet has no font, crown or address that is not ours', async () => {
  const css = (await assetFiles()).get(fileOf('one-stop.css'))?.body.toString() ?? ''
  assert.ok(css.length > 100_000)
  assert.doesNotMatch(css, /GDS Transport|@font-face|crown|crest|govuk-header|govuk-footer|sourceMappingURL/i)
  assert.deepEqual(css.match(/url\((?!data:image\/svg\+xml)[^)]*\)/g), null)
  assert.equal(css.split('{').length, css.split('}').length)
})

test('the modules import each other by their hashed names', async () => {
  const js = (await assetFiles()).get(fileOf('one-stop.js'))?.body.toString() ?? ''
  assert.deepEqual(
    [...js.matchAll(/from '\.\/([^']+)'/g)].map(found => found[1]),
    [
      fileOf('govuk-frontend.js'),
      fileOf('moj-frontend.js'),
      fileOf('company.js'),
      fileOf('mentions.js'),
      fileOf('writing.js'),
    ],
  )
})

const sheet = (name: string) => readFileSync(new URL(`css/${name}.css`, import.meta.url), 'utf8')
const tokens = new Map(
  [...sheet('tokens').matchAll(/--(os-[\w-]+): (#[0-9a-f]{6});/g)].map(it => [it[1] ?? '', it[2] ?? ''] as const),
)

const textPairs = [
  ...['os-ground', 'os-paper', 'os-sand', 'os-teal-wash', 'os-accent-wash'].flatMap(ground =>
    ['os-ink', 'os-ink-soft', 'os-link'].map(text => [text, ground]),
  ),
  ...['os-ground', 'os-paper'].flatMap(ground => ['os-late', 'os-good', 'os-teal'].map(text => [text, ground])),
  ['os-accent-ink', 'os-accent-wash'],
  ['os-guard', 'os-guard-wash'],
  ['os-paper', 'os-teal'],
  ['os-paper', 'os-teal-strong'],
  ['os-paper', 'os-teal-deep'],
  ['os-paper', 'os-late'],
] as [string, string][]

for (const [text, ground] of textPairs) {
  test(`${text} can be read on ${ground}`, () => {
    assert.ok(contrast(tokens.get(text) ?? '', tokens.get(ground) ?? '') >= 4.5)
  })
}

test('every status tag can be read', () => {
  const rules = [...sheet('pieces').matchAll(/\.(os-tag--[\w-]+) \{\s*background: ([^;]+);\s*color: ([^;]+);/g)]
  assert.equal(rules.length, 11)
  for (const [, name, ground, text] of rules) assert.ok(contrast(colour(text), colour(ground)) >= 4.5, String(name))
})

test('borders of fields and the focus stand out from the paper', () => {
  const field = /--govuk-input-border-colour: (#\w+)/.exec(sheet('tokens'))?.[1] ?? ''
  assert.ok(contrast(field, tokens.get('os-paper') ?? '') >= 3)
  assert.ok(contrast('#0b1a1d', tokens.get('os-focus') ?? '') >= 4.5)
})

function colour(text = ''): string {
  const token = /var\(--([\w-]+)\)/.exec(text)?.[1]
  if (token) return tokens.get(token) ?? ''
  return text.length === 4 ? text.replace(/[0-9a-f]/g, '$&$&') : text
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  assert.match(hex, /^#[0-9a-f]{6}$/)
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}
