import { useMe } from '../../api/people/me.js'

/** What people read instead of a status of the platform, if the location names it. */
export function useStatusLabel(): (status: string) => string {
  const labels = useMe().data?.location?.statuslabels
  return status => labels?.[status] ?? status
}
