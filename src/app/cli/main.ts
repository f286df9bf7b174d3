import { readConfig } from '#platform/config.ts'
import { commands, type Command } from './commands.ts'

/** Runs one command of `npx one-stop`; ends the process with 0 only on success. */
export async function runCommand(args: readonly string[]): Promise<void> {
  const command = commands.find(it => it.words.every((word, i) => args[i] === word))
  if (!command || args.includes('--help')) return help(command, args)
  try {
    const done = await command.run(readConfig(process.env), args.slice(command.words.length), line => console.log(line))
    process.exit(done === false ? 1 : 0)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    if (process.env.LOG_LEVEL === 'debug') console.error(error)
    process.exit(1)
  }
}

function help(command: Command | undefined, args: readonly string[]): void {
  if (command) {
    console.log(`npx one-stop ${command.words.join(' ')} ${command.takes}\n\n${command.means}`)
    return
  }
  const unknown = args.filter(arg => !arg.startsWith('-'))
  if (unknown.length > 0) console.error(`There is no command “${unknown.join(' ')}”.\n`)
  const width = Math.max(...commands.map(it => `${it.words.join(' ')} ${it.takes}`.length))
  console.log('npx one-stop COMMAND [--help]\n')
  for (const it of commands)
    console.log(`  ${`${it.words.join(' ')} ${it.takes}`.padEnd(width)}  ${it.means.split('\n')[0]}`)
  if (unknown.length > 0) process.exitCode = 1
}
