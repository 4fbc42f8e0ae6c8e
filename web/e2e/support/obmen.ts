import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
export const OBMEN = fileURLToPath(new URL('../../../service/bin/obmen.js', import.meta.url))

/** A real server with a real database of its own, a copy of the one that set-up.ts makes. */
export interface Obmen extends AsyncDisposable {
  url: string
  locationId: string
  companyId: string
  apiToken: string
  admin: { email: string; password: string }
  dataDir: string
  /** Runs a command of obmen beside the server; resolves with what it printed. */
  command: (...parameters: string[]) => Promise<string>
  /** Kills the server; `back` starts it again, with the same data at the same address. */
  away: () => Promise<void>
  back: () => Promise<void>
  /** REST as a platform speaks it. */
  rest: (method: string, path: string, body?: unknown) => Promise<unknown>
}

export const LOCATION = 'Технопарк «Заречный»'
export const TIMEZONE = 'Asia/Yekaterinburg'
export const COMPANY = 'ООО «Ромашка»'
export const SETTINGS = { LOG_LEVEL: 'warn', PASSWORD_HASH_COST: '10' }

export async function startObmen(environment: Record<string, string> = {}): Promise<Obmen> {
  const folder = await mkdtemp(join(tmpdir(), 'obmen-web-'))
  const env = {
    ...process.env,
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
    ...SETTINGS,
    ...environment,
  }
  const command = async (...parameters: string[]) =>
    (await run(process.execPath, [OBMEN, ...parameters], { env, maxBuffer: 64 * 1024 * 1024 })).stdout
  const { dataDir, made } = JSON.parse(process.env.OBMEN_ORIGINAL ?? '')
  await run('cp', ['-a', dataDir, env.DATA_DIR])
  const unexpected = (code: number | null, signal: string | null) =>
    console.error(`obmen serve ended by itself: code ${code}, signal ${signal}`)
  async function serve(port: string): Promise<[ChildProcess, string]> {
    const stdio = ['ignore', 'pipe', 'inherit'] as const
    const started = spawn(process.execPath, [OBMEN, 'serve'], {
      env: { ...env, PORT: port },
      stdio: [...stdio],
    })
    const answersAt = await address(started)
    started.on('exit', unexpected)
    return [started, answersAt]
  }
  let [server, url] = await serve(env.PORT)

  /** The browser keeps sockets open on which it never asked anything: the second signal doesn't wait for them. */
  async function stop(): Promise<void> {
    server.off('exit', unexpected)
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise(resolve => server.once('exit', resolve))
    server.kill('SIGTERM')
    const hurry = setTimeout(() => server.kill('SIGTERM'), 2000)
    await ended
    clearTimeout(hurry)
  }

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
    dataDir: env.DATA_DIR,
    ...made,
    command,
    rest,
    away: stop,
    back: async () => {
      ;[server, url] = await serve(new URL(url).port)
    },
    async [Symbol.asyncDispose]() {
      await stop()
      // On a busy machine its database ends a moment later.
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
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
