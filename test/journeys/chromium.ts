import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Chromium = { readonly program: string; readonly env: Record<string, string> }

const { version } = createRequire(import.meta.url)('playwright-core/package.json') as { version: string }

/**
 * The browser out of its npm package, with the libraries and fonts it needs, so that nothing has to be installed. It is
 * unpacked once a machine into a folder of its own; test files running side by side do not meet half-written programs.
 */
export async function unpackedChromium(): Promise<Chromium> {
  const home = join(tmpdir(), `one-stop-chromium-${version}-${process.getuid?.() ?? ''}`)
  if (!existsSync(home)) await unpackInto(home)
  return {
    program: join(home, 'chromium'),
    env: {
      ...(process.env as Record<string, string>),
      FONTCONFIG_PATH: join(home, 'fonts'),
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      HOME: home,
    },
  }
}

async function unpackInto(home: string): Promise<void> {
  const draft = await mkdtemp(`${home}-`)
  const before = { ...process.env }
  // the package unpacks where TMPDIR says, and its libraries only where it believes to be on such a system
  Object.assign(process.env, { TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' })
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    const program = await packed.executablePath()
    if (dirname(program) !== draft) throw new Error(`Chromium was unpacked to ${program}`)
  } finally {
    restore(before)
  }
  // somebody else may have been quicker: theirs is as good
  await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }))
}

function restore(before: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
}
