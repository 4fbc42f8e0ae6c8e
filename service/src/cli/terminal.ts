import { createInterface } from 'node:readline/promises'

export interface Terminal {
  env: Readonly<Record<string, string | undefined>>
  colors: boolean
  print(text: string): void
  notify(text: string): void
  /** A status line that is overwritten, on a terminal only; an empty one clears it. */
  progress(text: string): void
  /** Asks at a terminal. Elsewhere nobody could answer: it is done. */
  confirm(question: string): Promise<boolean>
}

export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process
  // A full disk or a closed pipe must not end the server; a command whose output is lost has failed.
  stderr.on('error', () => undefined)
  stdout.on('error', () => {
    process.exitCode = 1
  })
  let shown = false
  const clear = (): void => {
    if (shown) stderr.write('\r\x1b[K')
    shown = false
  }
  return {
    env,
    colors: stdout.isTTY === true && !env.NO_COLOR,
    print: text => {
      clear()
      stdout.write(text.endsWith('\n') ? text : `${text}\n`)
    },
    notify: text => {
      clear()
      stderr.write(text.endsWith('\n') ? text : `${text}\n`)
    },
    progress(text) {
      if (!stderr.isTTY) return
      clear()
      if (text === '') return
      stderr.write(text)
      shown = true
    },
    async confirm(question) {
      if (!stdin.isTTY) return true
      clear()
      const asking = createInterface({ input: stdin, output: stderr })
      const answer = await asking.question(question).finally(() => asking.close())
      return /^(да|д|yes|y)$/i.test(answer.trim())
    },
  }
}
