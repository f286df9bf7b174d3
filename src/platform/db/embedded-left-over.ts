import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The process that serves this very folder now, and the port it answers at; undefined when none does. */
export async function serverIn(folder: string): Promise<{ pid: number; port: number } | undefined> {
  const [pid, , , port] = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return pid && isPostgres(Number(pid), folder) ? { pid: Number(pid), port: Number(port) } : undefined
}

/**
 * Makes the folder free for a server of ours: one left over from a killed run is shut down in an orderly way, and the
 * last traces of it are waited for. A foreign one is never touched. Throws when the house that started it still runs.
 */
export async function clearLeftOver(folder: string): Promise<void> {
  const running = await serverIn(folder)
  const starter = await starterOf(folder)
  if (running && starter && isSame(starter))
    throw new Error(`One Stop already runs on this data folder (process ${starter.pid}). Stop it first`)
  if (running) process.kill(running.pid, 'SIGINT')
  for (let waited = 0; waited < 60_000 && (await traces(folder)); waited += 50) await pause(50)
  await forgetReusedPid(folder)
}

/** Notes who started the server in this folder, so that a second start can tell an orphan from one in use. */
export const noteStarter = (folder: string): Promise<void> =>
  writeFile(join(folder, 'one-stop-started-by'), JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) }))

type Starter = { readonly pid: number; readonly began: string }

async function starterOf(folder: string): Promise<Starter | undefined> {
  const text = await readFile(join(folder, 'one-stop-started-by'), 'utf8').catch(() => '')
  return text ? (JSON.parse(text) as Starter) : undefined
}

/** Process numbers are used again; number and beginning together are not. A process may start again what it stopped. */
const isSame = ({ pid, began }: Starter): boolean => pid !== process.pid && isAlive(pid) && beginningOf(pid) === began

/** When a process began, in ticks since the machine did; '' where the system does not tell. */
function beginningOf(pid: number): string {
  try {
    // the name, in brackets, may hold spaces; the beginning is the 20th word after it
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** The server itself or one of its children: PostgreSQL does not start while one of them holds the memory they shared. */
async function traces(folder: string): Promise<boolean> {
  return (await serverIn(folder)) !== undefined || processesIn(folder) > 0
}

/** Every process of a PostgreSQL server stands in its data folder. */
function processesIn(folder: string): number {
  if (!hasProc) return 0
  return readdirSync('/proc').filter(pid => /^\d+$/.test(pid) && standsIn(pid, folder) && isServer(pid)).length
}

function standsIn(pid: string, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

const isServer = (pid: string): boolean => /postgres/.test(commandOf(Number(pid)))

/**
 * After a restart of the machine or the container the number of the dead server may belong to somebody else, and
 * PostgreSQL would wait for that one for ever.
 */
async function forgetReusedPid(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid')
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
  if (pid && hasProc && isAlive(pid) && !isPostgres(pid, folder)) await rm(file)
}

const hasProc = existsSync('/proc/self/cmdline')

/** True only for a running postgres that serves this very folder: numbers are used again, and other servers are not ours. */
function isPostgres(pid: number, folder: string): boolean {
  // where there is no /proc the number in our own folder has to do
  return isAlive(pid) && (!hasProc || commandOf(pid).split('\0').includes(folder))
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
