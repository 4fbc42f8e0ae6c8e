import { callApi, type RestAnswer, type TestServer } from './test-server.js'

/** A signed-in person's browser: its requests carry the session's cookie and the header of our own pages. */
export interface Person {
  cookie: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<RestAnswer>
}

export async function signInAs({ url }: TestServer, email: string, password: string): Promise<Person> {
  const own = { 'x-obmen-csrf': '1' }
  const answer = await callApi(`${url}/api/v1/auth/sign-in`, 'POST', { email, password }, own)
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (cookie === undefined) throw new Error(answer.text)
  return {
    cookie,
    call: (method, path, body, headers = {}) =>
      callApi(`${url}/api/v1${path}`, method, body, { ...own, cookie, ...headers }),
  }
}
