import type { Integration } from '@obmen/contract/rest'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { integrationQuery } from '../../api/integrations.js'
import { useAdministers } from '../../api/people/me.js'
import { isStatus } from '../../api/request/problem.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { Empty, Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

function NoIntegration() {
  const t = useTexts(texts).none
  const administers = useAdministers()
  return (
    <>
      <PageHeader title={t.title} />
      <Empty icon={IconPlugConnectedX} title={t.heading} text={t.text}>
        {administers ? (
          <ButtonLink to="/settings" search={{ tab: 'integrations' }}>
            {t.toList}
          </ButtonLink>
        ) : (
          <ButtonLink to="/overview">{t.toOverview}</ButtonLink>
        )}
      </Empty>
    </>
  )
}

interface Props {
  id: string
  /** Of the page, while the integration's name is unknown. */
  title: string
  children: (integration: Integration) => ReactNode
}

/** The page of an integration, or why there is none. */
export function LoadedIntegration({ id, title, children }: Props) {
  const query = useQuery(integrationQuery(id))
  // 422: the id in the address is malformed.
  if (isStatus(query.error, 404, 422)) return <NoIntegration />
  return (
    <>
      {query.data === undefined && query.isError && <PageHeader title={title} />}
      <Loaded query={query}>{children}</Loaded>
    </>
  )
}
