import { createInterface as createPlainInterface } from 'node:readline'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

export interface Terminal {
  env: Readonly<Record<string, string | undefined>>
  colors: boolean
  print(text: string): void
  notify(text: string): void
  /** A status line that is overwritten, on a terminal only; an empty one clears it. */
  progress(text: string): void
  /** Asks at a terminal. Elsewhere nobody could answer: it is done. */
  confirm(question: string): Promise<boolean>
  /** What somebody types at a terminal, which does not show it; undefined: there is none, or nothing came. */
  askSecret(question: string): Promise<string | undefined>
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
    async askSecret(question) {
      if (!stdin.isTTY) return undefined
      clear()
      const nowhere = new Writable({ write: (_piece, _encoding, done) => done() })
      const asking = createPlainInterface({ input: stdin, output: nowhere, terminal: true })
      // Only now: what is typed from here on is not shown.
      stderr.write(question)
      const typed = await new Promise<string | undefined>(resolve => {
        asking.once('line', resolve).once('close', () => resolve(undefined))
      })
      asking.close()
      stderr.write('\n')
      return typed
    },
  }
}
