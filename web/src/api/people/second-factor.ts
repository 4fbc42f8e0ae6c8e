import type { RecoveryCodes, SecondFactor, SecondFactorSecret } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { ApiError } from '../request/problem.js'
import { request } from '../request/request.js'

const PATH = '/me/second-factor'

export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: ({ signal }) => request<SecondFactor>(PATH, { signal }),
})

export function beginSecondFactor(password: string): Promise<SecondFactorSecret> {
  return request(PATH, { method: 'POST', body: { password } })
}

export async function confirmSecondFactor(code: string): Promise<string[]> {
  return (await request<RecoveryCodes>(`${PATH}/confirm`, { method: 'POST', body: { code } })).recoveryCodes
}

export async function renewRecoveryCodes(password: string, code: string): Promise<string[]> {
  const body = { password, code }
  return (await request<RecoveryCodes>(`${PATH}/recovery-codes`, { method: 'POST', body })).recoveryCodes
}

export function turnOffSecondFactor(password: string, code: string): Promise<void> {
  return request(PATH, { method: 'DELETE', body: { password, code } })
}

/** Whether a sign-in was refused only because the person has to give a code, too. */
export function isCodeNeeded(error: unknown): boolean {
  return error instanceof ApiError && error.reason === 'second-factor-needed'
}
