import type { Locale, Role } from '@obmen/contract'
import type { Me, Preferences, Session } from '@obmen/contract/rest'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { enterLocation } from '../request/location.js'
import { isStatus } from '../request/problem.js'
import { read } from '../request/queries.js'
import { request } from '../request/request.js'

/** Who is signed in; null for a guest. A page keeps what was typed when the session ends. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal, client, queryKey }): Promise<Me | null> => {
    const known = () => client.getQueryData<Me | null>(queryKey) ?? null
    try {
      const me = await request<Me>('/me', { signal, signInAgain: false })
      const before = known()
      if (isElsewhere(before, me)) {
        window.location.reload()
        return before
      }
      enterLocation(me)
      return me
    } catch (error) {
      if (isStatus(error, 401)) return known()
      throw error
    }
  },
  staleTime: 60_000,
})

export function useMe() {
  return useQuery(meQuery)
}

/** Whether there is a location to show; nothing of it is shown before a second factor that is demanded. */
export function hasLocation(me: Me | null | undefined): boolean {
  return me?.location != null && me.secondFactor !== 'required'
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

/** Whether the role in the shown location was taken away, and there is another location. */
export function isElsewhere(before: Me | null, now: Me): boolean {
  return before?.location != null && now.location !== null && before.location.id !== now.location.id
}

/** `code`: of the second factor, once it was asked for (`isCodeNeeded`). */
export function signIn(person: { email: string; password: string; code?: string }): Promise<Me> {
  return request<Me>('/auth/sign-in', { method: 'POST', body: person, signInAgain: false })
}

export function signOut(): Promise<void> {
  return request('/auth/sign-out', { method: 'POST', signInAgain: false })
}

let lastPatch: Promise<unknown> = Promise.resolve()

/** One change after another: of two that were under way at once, the older one might be stored last. */
export function patchMe(patch: { name?: string; locale?: Locale }): Promise<Me> {
  const answer = lastPatch.then(() => request<Me>('/me', { method: 'PATCH', body: patch }))
  lastPatch = answer.catch(() => {})
  return answer
}

/** Of what is stored now: another browser may have changed it since it was read here. */
export function changePreferences(change: (now: Preferences) => Preferences): Promise<Me> {
  const answer = lastPatch.then(async () => {
    const { preferences } = await request<Me>('/me')
    return request<Me>('/me', { method: 'PATCH', body: { preferences: change(preferences) } })
  })
  lastPatch = answer.catch(() => {})
  return answer
}

export function changePassword(current: string, next: string): Promise<void> {
  return request('/me/password', { method: 'POST', body: { current, next } })
}

export const sessionsQuery = read<{ items: Session[] }>(['sessions'], '/me/sessions')

export function endSession(id: string): Promise<void> {
  return request(`/me/sessions/${id}`, { method: 'DELETE' })
}

export function endOtherSessions(): Promise<void> {
  return request('/me/sessions', { method: 'DELETE' })
}
