import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { parse, type Module as Parsed } from '@swc/core'

/** The rooms in import order: a room imports only rooms before it. */
export const rooms = [
  'kernel',
  'platform',
  'clock',
  'people',
  'audit',
  'mail',
  'mailboxes',
  'enquiries',
  'escalation',
  'quality',
  'reports',
  'review',
  'privacy',
  'connections',
  'app',
] as const
export type Room = (typeof rooms)[number]

/** One TypeScript file of the house as the structure tests see it. */
export type SourceFile = {
  /** from the root: `src/clock/door.ts` */
  readonly path: string
  readonly room: Room | undefined
  readonly text: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly exports: readonly string[]
  readonly hasDefaultExport: boolean
  readonly hasEnum: boolean
  /** the text of every tagged template and `unsafe` call that goes to the database, with its line */
  readonly sql: readonly Sql[]
}

export type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean }
export type Sql = { readonly words: string; readonly line: number; readonly unsafe: boolean }

export const root = join(import.meta.dirname, '../..')

/** Every file under these folders that matches, parsed. */
export async function readSource(patterns: readonly string[]): Promise<SourceFile[]> {
  const paths = (await Array.fromAsync(glob([...patterns], { cwd: root }))).map(path => path.replaceAll('\\', '/'))
  return Promise.all(paths.sort().map(readFile))
}

export const isTest = (path: string): boolean => /\.test\.ts$|^test\/|-for-tests\.ts$|\.child\.ts$/.test(path)

export const roomOf = (path: string): Room | undefined => rooms.find(room => path.startsWith(`src/${room}/`))

async function readFile(path: string): Promise<SourceFile> {
  const text = readFileSync(join(root, path), 'utf8')
  const parsed = await parse(text, { syntax: 'typescript', target: 'esnext' })
  const seen: Seen = { imports: [], exports: [], sql: [], hasDefaultExport: false, hasEnum: false }
  look(parsed, seen, offsetLines(text, parsed))
  const imports = seen.imports.map(({ from, typeOnly }) => ({ from, typeOnly, to: resolved(path, from) }))
  return { path, room: roomOf(path), text, lines: text.trimEnd().split('\n').length, ...seen, imports }
}

type Seen = {
  imports: { from: string; typeOnly: boolean }[]
  exports: string[]
  sql: Sql[]
  hasDefaultExport: boolean
  hasEnum: boolean
}

/** Our own files by their path from the root; packages by their name. */
function resolved(path: string, from: string): string {
  if (from.startsWith('#test/')) return from.replace('#test/', 'test/')
  if (from.startsWith('#')) return from.replace('#', 'src/')
  if (from.startsWith('.')) return relative(root, join(root, dirname(path), from)).replaceAll('\\', '/')
  return from
}

/** The parser counts bytes, and goes on counting from one file to the next. */
function offsetLines(text: string, parsed: Parsed): (at: number) => number {
  const bytes = Buffer.from(text)
  const begin = parsed.span.end - bytes.length
  return at =>
    bytes
      .subarray(0, at - begin)
      .toString()
      .split('\n').length
}

type Node = { readonly type?: string; readonly [key: string]: unknown }

function look(node: unknown, seen: Seen, lineOf: (at: number) => number): void {
  if (Array.isArray(node)) for (const one of node) look(one, seen, lineOf)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  note(node as Node, seen, lineOf)
  for (const [key, value] of Object.entries(node)) if (key !== 'span') look(value, seen, lineOf)
}

function note(node: Node, seen: Seen, lineOf: (at: number) => number): void {
  const it = node as any
  switch (node.type) {
    case 'ImportDeclaration':
      seen.imports.push({ from: it.source.value, typeOnly: it.typeOnly || allTypes(it.specifiers) })
      break
    case 'ExportNamedDeclaration':
      if (it.source) seen.imports.push({ from: it.source.value, typeOnly: it.typeOnly || allTypes(it.specifiers) })
      for (const one of it.specifiers) seen.exports.push((one.exported ?? one.orig ?? one.name).value)
      break
    case 'ExportAllDeclaration':
      seen.imports.push({ from: it.source.value, typeOnly: false })
      seen.exports.push('*')
      break
    case 'ExportDeclaration':
      seen.exports.push(...declared(it.declaration))
      break
    case 'ExportDefaultExpression':
    case 'ExportDefaultDeclaration':
      seen.hasDefaultExport = true
      break
    case 'TsEnumDeclaration':
      seen.hasEnum = true
      break
    case 'CallExpression':
      if (it.callee.type === 'Import' && it.arguments[0]?.expression.type === 'StringLiteral')
        seen.imports.push({ from: it.arguments[0].expression.value, typeOnly: false })
      if (it.callee.type === 'MemberExpression' && it.callee.property.value === 'unsafe')
        seen.sql.push({ words: wordsOf(it.arguments[0]?.expression), line: lineOf(it.span.start), unsafe: true })
      break
    case 'TaggedTemplateExpression':
      if (isSqlTag(it.tag)) seen.sql.push({ words: wordsOf(it.template), line: lineOf(it.span.start), unsafe: false })
  }
}

const allTypes = (specifiers: { isTypeOnly?: boolean }[]): boolean =>
  specifiers.length > 0 && specifiers.every(one => one.isTypeOnly)

function declared(declaration: any): string[] {
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap((one: any) => (one.id.value ? [one.id.value] : []))
  return [declaration.identifier?.value ?? declaration.id?.value].filter(Boolean)
}

const sqlTags = new Set(['tx', 'sql', 'owner', 'db'])

/** tx`…`, sql`…`, it.sql`…`, db.owner`…` */
function isSqlTag(tag: any): boolean {
  if (tag.type === 'Identifier') return sqlTags.has(tag.value)
  return tag.type === 'MemberExpression' && sqlTags.has(tag.property.value)
}

function wordsOf(expression: any): string {
  if (expression?.type === 'StringLiteral') return expression.value
  return (expression?.quasis ?? []).map((one: any) => one.cooked ?? one.raw).join(' $ ')
}
