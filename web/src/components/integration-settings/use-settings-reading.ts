import { useDebouncedValue } from '@mantine/hooks'
import { settingsProblems } from '@obmen/contract/settings'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { readSettingsOnServer } from '../../api/integrations.js'

/** The integration or the company whose settings they are. */
export interface SettingsOwner {
  companyId: string | undefined
  integrationId?: string | undefined
}

/** The server's reading of settings while the person types, before anything is saved. */
export function useSettingsReading(settings: string, owner: SettingsOwner) {
  const [typed] = useDebouncedValue(settings, 500)
  return useQuery({
    queryKey: ['settings-reading', owner.companyId, owner.integrationId, typed],
    queryFn: ({ signal }) => readSettingsOnServer(typed, owner, signal),
    enabled: owner.companyId !== undefined && settingsProblems(typed).length === 0,
    placeholderData: keepPreviousData,
  })
}
