import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { recoloured, tidied } from './vendor-css.ts'

export type AssetFile = {
  readonly body: Buffer
  readonly type: string
  readonly brotli?: Buffer
  readonly gzip?: Buffer
}

/** The names pages ask for; the address carries a hash of the content besides. */
export type AssetName =
  | 'one-stop.css'
  | 'govuk-frontend.js'
  | 'moj-frontend.js'
  | 'simplewebauthn.js'
  | 'favicon.svg'
  | (typeof ownModules)[number]

/** Under which address the files are served; unchanging, so that they may be kept for ever. */
export const assetsPath = '/assets/'
export const assetsCacheControl = 'public, max-age=31536000, immutable'

type Built = { readonly file: string; readonly body: Buffer; readonly type: string }

/** Our own modules, each after those it imports. */
const ownModules = [
  'writing.js',
  'company.js',
  'mentions.js',
  'one-stop.js',
  'passkey.js',
  'typing.js',
  'list.js',
  'ward-map.js',
  'where.js',
] as const

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

const sheets = [
  'tokens',
  'ground',
  'chrome',
  'forms',
  'pieces',
  'work',
  'list',
  'talk',
  'writing',
  'tracking',
  'charts',
  'figures',
  'print',
]

let built: Map<AssetName, Built> | undefined
let files: Promise<Map<string, AssetFile>> | undefined

/** The address of an asset, for pages: `/assets/one-stop.3f9a2c81b0.css`. */
export function assetUrl(name: AssetName): string {
  const asset = all().get(name)
  if (!asset) throw new Error(`There is no asset ${name}`)
  return assetsPath + asset.file
}

/** Every asset by the last part of its address, with compressed copies; made once, kept in memory (about 0.6 MB). */
export function assetFiles(): Promise<Map<string, AssetFile>> {
  files ??= compressed()
  return files
}

/** The styles themselves, for a page that stands alone. */
export const stylesheet = (): string => all().get('one-stop.css')!.body.toString()

function all(): Map<AssetName, Built> {
  built ??= build()
  return built
}

function build(): Map<AssetName, Built> {
  const govuk = named('govuk-frontend.js', script('govuk-frontend/dist/govuk/govuk-frontend.min.js'))
  const moj = named('moj-frontend.js', script('@ministryofjustice/frontend/moj/moj-frontend.min.js'))
  const webauthn = named('simplewebauthn.js', webauthnScript())
  // The modules import each other by their hashed names: a new version can never meet an old one in a browser's cache.
  const parts = [govuk, moj, webauthn]
  const vendors = parts.length
  for (const name of ownModules) parts.push(named(name, importing(ours(name), parts)))
  return new Map([
    ['govuk-frontend.js', govuk],
    ['moj-frontend.js', moj],
    ['simplewebauthn.js', webauthn],
    ...ownModules.map((name, at): [AssetName, Built] => [name, parts[at + vendors]!]),
    ['one-stop.css', named('one-stop.css', styles())],
    ['favicon.svg', named('favicon.svg', ours('favicon.svg'))],
  ])
}

const importing = (text: string, parts: readonly Built[]): string =>
  parts.reduce((all, { file }) => all.replace(`'./${file.replace(/\.[0-9a-f]{10}\./, '.')}'`, `'./${file}'`), text)

function styles(): string {
  const moj = dirname(packages.resolve('@ministryofjustice/frontend/moj/moj-frontend.min.css'))
  const vendor =
    vendorFile('govuk-frontend/dist/govuk/govuk-frontend.min.css') +
    vendorFile('@ministryofjustice/frontend/moj/moj-frontend.min.css')
  const own = sheets.map(sheet => ours(`css/${sheet}.css`)).join('\n')
  return recoloured(vendor, name => readFileSync(`${moj}/assets/images/${name}`)) + tidied(own)
}

const packages = createRequire(import.meta.url)
const vendorFile = (path: string): string => readFileSync(packages.resolve(path), 'utf8')
const script = (path: string): string => vendorFile(path).replace(/\/\/# sourceMappingURL=.*$/m, '')
/** It opens only its modules to those who import it; what browsers load stands beside them. */
const webauthnScript = (): string =>
  readFileSync(`${dirname(packages.resolve('@simplewebauthn/browser'))}/../dist/bundle/index.umd.min.js`, 'utf8')
const ours = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

function named(name: AssetName, text: string): Built {
  const [, stem, ending = ''] = /^(.*)\.(\w+)$/.exec(name) ?? []
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10)
  return {
    file: `${stem}.${hash}.${ending}`,
    body: Buffer.from(text),
    type: types[ending] ?? 'application/octet-stream',
  }
}

async function compressed(): Promise<Map<string, AssetFile>> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  const pairs = [...all().values()].map(async ({ file, body, type }) => {
    const [brotli, zipped] = await Promise.all([promisify(brotliCompress)(body, quality), promisify(gzip)(body)])
    return [file, { body, type, brotli, gzip: zipped }] as const
  })
  return new Map(await Promise.all(pairs))
}
