#!/usr/bin/env node
// Any Node.js from 20 starts this; the house itself runs on the Node.js that npm installed beside it.
import { spawnSync, spawn } from 'node:child_process'
import nodeModule, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const main = join(here, '../src/app/cli/main.ts')
const wanted = 26

if (Number(process.versions.node.split('.')[0]) >= wanted) {
  // what Node.js made of the TypeScript is kept: the next start takes half the time and a third less memory
  nodeModule.enableCompileCache?.(join(here, '../node_modules/.cache/one-stop'))
  const { runCommand } = await import(main)
  // written early too, for a process that is killed never says goodbye
  setTimeout(() => nodeModule.flushCompileCache?.(), 5000).unref()
  await runCommand(process.argv.slice(2))
} else {
  const own = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin/node')
  if (spawnSync(own, ['--version']).error) {
    console.error('The Node.js that One Stop runs on is missing. Run: npm ci')
    process.exit(1)
  }
  const child = spawn(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
