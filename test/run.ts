/**
 * Runs the tests: `bin/test [paths or words …]`. Starts a throw-away PostgreSQL (or uses DATABASE_URL), migrates a template
 * database once, and gives every test file clones of it. Prints `N passed, N failed` last.
 */
import { chmod, glob, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from 'node:test'
import { migrate } from '#platform/db/migrate.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { createTemplate } from './database.ts'
import { closing, named, reporting, type Outcome } from './reporter.ts'

const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)

const cluster = await ownOrEmbedded()
// Ctrl-C: the database is not in the terminal's group, so that nothing ends it but us
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cluster.stop().finally(() => process.exit(1)))
let failed = 1
try {
  const template = await createTemplate(cluster.url)
  await migrate(template)
  failed = await runFiles(await testFiles(words), { TEST_DATABASE_URL: cluster.url })
} finally {
  await cluster.stop()
}
process.exit(failed === 0 ? 0 : 1)

async function ownOrEmbedded(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'one-stop-test-'))
  if (process.getuid?.() === 0) await chmod(folder, 0o755)
  // tests of durability start a server of their own; these need none
  const server = await startEmbedded(folder, {
    flags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=200'],
  })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      // where the temporary folder is closed to PostgreSQL's user, the cluster lies elsewhere
      const elsewhere = dirname(await realpath(join(folder, 'postgres')))
      for (const made of [elsewhere, folder]) await rm(made, { recursive: true, force: true })
    },
  }
}

async function testFiles(words: string[]): Promise<string[]> {
  const all = (await Array.fromAsync(glob(['src/**/*.test.ts', 'test/**/*.test.ts'], { cwd: root }))).sort()
  const files =
    words.length === 0 ? all : all.filter(file => words.some(word => file.includes(word.replace(/^\.\//, ''))))
  if (files.length === 0) throw new Error(`no test file matches ${words.join(' ')}`)
  return files.toSorted((a, b) => minutes(b) - minutes(a))
}

/** What takes minutes begins first: begun last, it would run on alone while the other core has nothing to do. */
function minutes(file: string): number {
  return file.includes('journeys/crawl') ? 2 : Number(file.includes('journeys/'))
}

/** In this order, two at a time; the command line of `node --test` would sort them by name. */
async function runFiles(files: string[], env: Record<string, string>): Promise<number> {
  // every file is a process that loads much of the house: compiled once, it loads in half the processor time
  const compiled = join(root, 'node_modules/.cache/one-stop')
  process.chdir(root)
  Object.assign(process.env, env, { NODE_COMPILE_CACHE: compiled })
  const outcomes = new Map<string, Outcome>()
  await runOnce(files, 2, outcomes)
  await runUnsteadyAgain(outcomes)
  process.stdout.write(closing(outcomes))
  return [...outcomes.values()].flatMap(it => it.failures).length
}

function runOnce(files: string[], concurrency: number, outcomes: Map<string, Outcome>): Promise<void> {
  const told = run({ files: files.map(file => join(root, file)), concurrency, timeout: 900_000 })
  return pipeline(reporting(told, outcomes), process.stdout, { end: false })
}

/**
 * A browser on a busy machine sometimes does not do in time what it does else: a journey that failed is gone once more,
 * alone, and that holds (decision 0049). It is told, so that nobody takes what is unsteady for steady.
 */
async function runUnsteadyAgain(outcomes: Map<string, Outcome>): Promise<void> {
  const failed = [...outcomes].filter(([file, it]) => it.failures.length > 0 && isShortJourney(named(file)))
  for (const [file] of failed) {
    outcomes.delete(file)
    await runOnce([named(file)], 1, outcomes)
    const steady = outcomes.get(file)?.failures.length === 0
    process.stdout.write(`\n~ ${named(file)} failed above; run again alone it ${steady ? 'passed' : 'failed too'}\n`)
  }
}

function isShortJourney(file: string): boolean {
  return file.startsWith('test/journeys/') && !file.includes('crawl')
}
