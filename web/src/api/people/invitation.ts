import type { Me, OpenInvitation } from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { enterLocation } from '../location.js'
import { request } from '../request/request.js'

/** An invitation as the invited person sees it, by its secret, without signing in. */
export function openInvitationQuery(secret: string) {
  return queryOptions({
    queryKey: ['open-invitation', secret],
    queryFn: ({ signal }) =>
      request<OpenInvitation>(`/invitations/${encodeURIComponent(secret)}`, { signal, signInAgain: false }),
    retry: false,
  })
}

/** Accepting signs the person in; whoever is signed in to that account needs no name and password. */
export async function acceptInvitation(
  secret: string,
  account: { name?: string; password?: string },
): Promise<Me> {
  const me = await request<Me>(`/invitations/${encodeURIComponent(secret)}/accept`, {
    method: 'POST',
    body: account,
    signInAgain: false,
  })
  enterLocation(me)
  return me
}
