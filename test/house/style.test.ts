import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { test } from 'node:test'
import { isTest, readSource, type SourceFile } from './source.ts'

const files = await readSource(['src/**/*.ts', 'test/**/*.ts', 'bin/*.ts'])
const product = files.filter(file => !isTest(file.path))

test('no file is longer than its wall: 300 lines, 500 in tests', () => {
  const long = files.filter(file => file.lines > (isTest(file.path) ? 500 : 300))
  assert.deepEqual(
    long.map(file => `${file.path}: ${file.lines}`),
    [],
  )
})

test('nothing is exported namelessly, and nothing is an enum', () => {
  assert.deepEqual(
    files.filter(file => file.hasDefaultExport && !runByOthers.has(file.path)).map(file => file.path),
    [],
  )
  assert.deepEqual(
    files.filter(file => file.hasEnum).map(file => file.path),
    [],
  )
})

/** Node.js asks a test reporter to be its file's default export. */
const runByOthers = new Set(['test/reporter.ts'])

test('no file gathers others under one name', () => {
  const gathering = files.filter(file => basename(file.path) === 'index.ts' || file.exports.includes('*'))
  assert.deepEqual(
    gathering.map(file => file.path),
    [],
  )
})

test('files are named in kebab-case', () => {
  const others = files.filter(file => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)?\.ts$/.test(basename(file.path)))
  assert.deepEqual(
    others.map(file => file.path),
    [],
  )
})

test('names say what a thing is, not that it does something', () => {
  assert.deepEqual(
    product.flatMap(file =>
      namesOf(file)
        .filter(isEmptyName)
        .map(name => `${file.path}: ${name}`),
    ),
    [],
  )
})

test('an empty name is recognised', () => {
  assert.ok(
    ['enquiryService', 'MailHelper', 'StringUtils', 'BaseRoute', 'common', 'PersonDTO', 'MailboxManager'].every(
      isEmptyName,
    ),
  )
  assert.ok(!['addService', 'readServices', 'services', 'commonPhrases', 'database'].some(isEmptyName))
})

test('what is left to do names somebody and a day', () => {
  const undated = files.flatMap(file =>
    file.text.split('\n').flatMap((line, i) => (isUndated(line) ? [`${file.path}:${i + 1}`] : [])),
  )
  assert.deepEqual(undated, [])
})

const namesOf = (file: SourceFile): string[] => [
  ...file.exports,
  basename(file.path, '.ts').replace(/(?:^|[-.])(\w)/g, (_, first: string) => first.toUpperCase()),
]

/**
 * “Service” is also the council's word for a part of its organisation (people.service), and a component's name in the
 * design system: what lists, reads or navigates those keeps the word.
 */
function isEmptyName(name: string): boolean {
  if (/^(add|read|insert|update|list|change)?Services?$|^ServiceNavigation(Params)?$|^services?$/i.test(name))
    return false
  return /(Service|Manager|Helper|Util|Impl|DTO)s?($|[A-Z])|^(service|manager|helper|util|base|common)s?$|^(Base|Common)($|[A-Z])/.test(
    name,
  )
}

const marks = ['TODO', 'FIXME', 'XXX', 'HACK']

const isUndated = (line: string): boolean =>
  new RegExp(`\\b(${marks.join('|')})\\b(?!\\([\\w .]+, \\d{4}-\\d{2}-\\d{2}\\))`).test(line) &&
  !line.includes('marks = [')
