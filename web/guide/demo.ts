import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'

export const OBMEN = fileURLToPath(new URL('../../service/bin/obmen.js', import.meta.url))

export interface Demo extends AsyncDisposable {
  url: string
  email: string
  password: string
}

/** `obmen demo` as a newcomer runs it, after its show: four companies, each with a 1C that has taken its orders. */
export async function startDemo(): Promise<Demo> {
  const process_ = spawn(process.execPath, [OBMEN, 'demo'], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(process_, 'exit')
  const facts: string[] = []
  for await (const line of createInterface(process_.stdout)) {
    const [, fact] = /^(?:Откройте|\s+Электронная почта|\s+Пароль)\s+(\S+)$/.exec(line) ?? []
    if (fact) facts.push(fact)
    if (facts.length === 3) break
  }
  const [url, email, password] = facts
  if (!url || !email || !password) throw new Error('obmen demo ended without an address and a login')
  return {
    url,
    email,
    password,
    async [Symbol.asyncDispose]() {
      process_.kill('SIGTERM')
      // The browser keeps sockets open: the second signal doesn't wait for them.
      const hurry = setTimeout(() => process_.kill('SIGTERM'), 2000)
      await ended
      clearTimeout(hurry)
    },
  }
}

export type Rest = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>

/** Signs the page in, and answers with REST as that person may use it. */
export async function enter(page: Page, { url, email, password }: Demo): Promise<Rest> {
  const rest: Rest = async (method, path, body) => {
    const answer = await page.request.fetch(`${url}/api/v1${path}`, {
      method,
      headers: { 'X-Obmen-CSRF': '1' },
      ...(body !== undefined && { data: body }),
    })
    expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true)
    const text = await answer.text()
    return text === '' ? undefined : JSON.parse(text)
  }
  await rest('POST', '/auth/sign-in', { email, password })
  return rest
}
