import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { acceptInvitation } from '../../api/people/invitation.js'
import { meQuery } from '../../api/people/me.js'

/** Accepts, and opens the page of the new role. */
export function useAccept(secret: string): (account: { name?: string; password?: string }) => Promise<void> {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async account => {
    const me = await acceptInvitation(secret, account)
    queryClient.clear()
    queryClient.setQueryData(meQuery.queryKey, me)
    await navigate({ to: '/' })
  }
}
