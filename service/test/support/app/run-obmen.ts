import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export const PROGRAM = fileURLToPath(new URL('../../../bin/obmen.js', import.meta.url))

export interface ObmenRun {
  exitCode: number | null
  stdout: string
  stderr: string
}

/** The command as a person runs it: the compiled program in a process of its own. */
export async function runObmen(
  words: readonly string[],
  env: Record<string, string> = {},
  input = '',
): Promise<ObmenRun> {
  const child = startObmen(words, env)
  const run: ObmenRun = { exitCode: null, stdout: '', stderr: '' }
  child.stdout?.on('data', piece => {
    run.stdout += String(piece)
  })
  child.stderr?.on('data', piece => {
    run.stderr += String(piece)
  })
  child.stdin?.end(input)
  await once(child, 'close')
  return { ...run, exitCode: child.exitCode }
}

export function startObmen(words: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return startProgram(process.execPath, [PROGRAM, ...words], env)
}

/** As npx does: a shell of its own stands between. */
export function startObmenAsNpx(words: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const script = '"$0" "$@"; exit $?'
  return startProgram('/bin/sh', ['-c', script, process.execPath, PROGRAM, ...words], {
    ...env,
    npm_command: 'exec',
  })
}

export function startProgram(
  program: string,
  words: readonly string[],
  env: Record<string, string>,
): ChildProcess {
  return spawn(program, words, {
    cwd: '/',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...env },
    stdio: 'pipe',
    // In a group of its own, as a shell starts it.
    detached: true,
  })
}
