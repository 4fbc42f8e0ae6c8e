import type { Locale, Role } from '@obmen/contract'
import type { Me, Preferences } from '@obmen/contract/rest'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { isStatus } from '../request/problem.js'
import { request } from '../request/request.js'

/** Who is signed in; null for a guest. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await request<Me>('/me', { signal, signInAgain: false })
    } catch (error) {
      if (isStatus(error, 401)) return null
      throw error
    }
  },
  staleTime: 60_000,
})

export function useMe() {
  return useQuery(meQuery)
}

/** In the location where the person works now, or in the whole system. */
export function hasRole(me: Me | null | undefined, role: Role): boolean {
  if (role === 'system-operator') return me?.roles.some(held => held.role === role) ?? false
  return me?.location?.role === role
}

/** Whether the person may change what the page shows: an accountant may not. */
export function useAdministers(): boolean {
  return hasRole(useMe().data, 'location-administrator')
}

export function signIn(email: string, password: string): Promise<Me> {
  return request<Me>('/auth/sign-in', { method: 'POST', body: { email, password }, signInAgain: false })
}

export function signOut(): Promise<void> {
  return request('/auth/sign-out', { method: 'POST', signInAgain: false })
}

export function patchMe(patch: { name?: string; locale?: Locale; preferences?: Preferences }): Promise<Me> {
  return request<Me>('/me', { method: 'PATCH', body: patch })
}

export function changePassword(current: string, next: string): Promise<void> {
  return request('/me/password', { method: 'POST', body: { current, next } })
}
