import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const OBMEN = fileURLToPath(new URL('../../../service/bin/obmen.js', import.meta.url))

/** A real server with a real database of its own, set up as a newcomer would. */
export interface Obmen extends AsyncDisposable {
  url: string
  locationId: string
  companyId: string
  apiToken: string
  admin: { email: string; password: string }
  /** Runs a command of obmen beside the server; resolves with what it printed. */
  command: (...parameters: string[]) => Promise<string>
  /** REST as a platform speaks it. */
  rest: (method: string, path: string, body?: unknown) => Promise<unknown>
}

export const LOCATION = 'Технопарк «Заречный»'
export const COMPANY = 'ООО «Ромашка»'
const ADMIN = { email: 'anna@technopark.example', password: 'Надёжный пароль 1' }

export async function startObmen(environment: Record<string, string> = {}): Promise<Obmen> {
  const folder = await mkdtemp(join(tmpdir(), 'obmen-web-'))
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'warn', ...environment }
  const command = async (...parameters: string[]) =>
    (await run(process.execPath, [OBMEN, ...parameters], { env, maxBuffer: 64 * 1024 * 1024 })).stdout
  const setup = ['setup', '--location', LOCATION, '--timezone', 'Asia/Yekaterinburg', '--company', COMPANY]
  const company = ['--inn', '7707083893', '--kpp', '773601001']
  const admin = ['--admin-email', ADMIN.email, '--admin-password', ADMIN.password, '--json']
  const made = JSON.parse(await command(...setup, ...company, ...admin))
  const server = spawn(process.execPath, [OBMEN, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await address(server)
  const unexpected = (code: number | null, signal: string | null) =>
    console.error(`obmen serve ended by itself: code ${code}, signal ${signal}`)
  server.on('exit', unexpected)

  async function rest(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${made.apiToken}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const answer = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`)
    return answer === '' ? undefined : JSON.parse(answer)
  }

  return {
    url,
    ...made,
    admin: ADMIN,
    command,
    rest,
    async [Symbol.asyncDispose]() {
      server.off('exit', unexpected)
      if (server.exitCode === null && server.signalCode === null) {
        const ended = new Promise(resolve => server.once('exit', resolve))
        server.kill('SIGTERM')
        // The browser keeps sockets open on which it never asked anything: the second signal doesn't wait for them.
        const hurry = setTimeout(() => server.kill('SIGTERM'), 2000)
        await ended
        clearTimeout(hurry)
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The address that `serve` prints when it is ready. */
function address(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('exit', code => reject(new Error(`obmen serve ended with ${code}`)))
    if (server.stdout === null) return reject(new Error('obmen serve has no output'))
    createInterface(server.stdout).on('line', line => {
      const found = /https?:\/\/[^\s()]+/.exec(line)
      if (found) resolve(found[0].replace(/\/$/, ''))
    })
  })
}
