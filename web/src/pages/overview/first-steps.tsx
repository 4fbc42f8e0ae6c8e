import type { OverviewIntegration } from '@obmen/contract/rest'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { companiesQuery } from '../../api/companies.js'
import type { IntegrationTab } from '../../app/search.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { Section } from '../../components/layout/section.js'
import { useTexts } from '../../texts/language.js'
import type { FirstInvoice } from './first-invoice.js'
import classes from './first-steps.module.css'
import { texts } from './texts.js'

const FirstOrder = lazy(() => import('./first-order.js'))

interface Props {
  integrations: readonly OverviewIntegration[]
  hasOrders: boolean
  invoice: FirstInvoice
  showsToken: boolean
}

/** «Как начать»: what is left to do until the first invoice is in 1C. */
export default function FirstSteps({ integrations, hasOrders, invoice, showsToken }: Props) {
  const t = useTexts(texts).steps
  const companies = useQuery(companiesQuery({ archived: false, limit: 1 }))
  const company = companies.data?.items[0]
  const { id: integrationId } =
    integrations.find(({ counts }) => counts.confirmed > 0) ?? integrations[0] ?? {}
  const last = invoice === 'unseen' ? 'unseen' : 'invoice'
  const lastAt = invoice === 'unseen' ? ({ tab: 'exchanges' } as const) : ({ over: 'dry-run' } as const)
  const steps = [
    { id: 'company', done: company !== undefined, link: { to: '/companies' } },
    {
      id: 'integration',
      done: integrationId !== undefined,
      link: { to: '/settings', search: { tab: 'integrations' } },
    },
    { id: 'orders', done: hasOrders, link: { to: '/settings', search: { tab: 'tokens' } } },
    {
      id: 'connected',
      done: integrations.some(({ firstSeenAt }) => firstSeenAt !== null),
      link: pageOf(integrationId, { tab: 'connection' }),
    },
    { id: last, done: invoice === 'made', link: pageOf(integrationId, lastAt) },
  ] as const
  const next = companies.isSuccess ? steps.find(({ done }) => !done)?.id : undefined
  return (
    <Section title={t.title} description={t.text}>
      <ol className={classes.steps}>
        {steps.map(({ id, done, link }, index) => (
          <li key={id} className={classes.step} data-done={done || undefined}>
            <span className={classes.mark} aria-hidden="true">
              {done ? <IconCheck size={15} stroke={2.4} /> : index + 1}
            </span>
            <div className={classes.about}>
              <h3>
                {t[id].title}
                {done && <span className={classes.done}>{t.done}</span>}
              </h3>
              <p>{t[id].text}</p>
            </div>
            {!done && link && (
              <ButtonLink {...link} variant={id === next && id !== 'orders' ? 'filled' : 'default'}>
                {t[id].action}
              </ButtonLink>
            )}
            {id === 'orders' && (id === next || showsToken) && company && (
              <Suspense fallback={null}>
                <FirstOrder company={company} integrationId={integrationId} hasOrders={hasOrders} />
              </Suspense>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function pageOf(integrationId: string | undefined, search: { tab: IntegrationTab } | { over: 'dry-run' }) {
  if (integrationId === undefined) return undefined
  return { to: '/integrations/$integrationId', params: { integrationId }, search } as const
}
