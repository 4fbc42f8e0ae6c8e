import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { companiesQuery } from '../../api/companies.js'
import { ButtonLink } from '../../components/forms/button-link.js'
import { Section } from '../../components/layout/section.js'
import { useTexts } from '../../texts/language.js'
import classes from './first-steps.module.css'
import { texts } from './texts.js'

/** The first steps of a new location: company → integration → orders. The first one not done has the main button. */
export function FirstSteps({ hasIntegration, hasOrders }: { hasIntegration: boolean; hasOrders: boolean }) {
  const t = useTexts(texts).steps
  const companies = useQuery(companiesQuery({ archived: false, limit: 1 }))
  const hasCompany = (companies.data?.items.length ?? 0) > 0
  const steps = [
    { id: 'company', done: hasCompany, link: { to: '/companies' } },
    { id: 'integration', done: hasIntegration, link: { to: '/settings', search: { tab: 'integrations' } } },
    { id: 'orders', done: hasOrders, link: { to: '/settings', search: { tab: 'tokens' } } },
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
            {!done && (
              <ButtonLink {...link} variant={id === next ? 'filled' : 'default'}>
                {t[id].action}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
