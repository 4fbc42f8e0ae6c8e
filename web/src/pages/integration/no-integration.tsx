import { IconPlugConnectedX } from '@tabler/icons-react'
import { useAdministers } from '../../api/people/me.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { Empty } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

export function NoIntegration() {
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
