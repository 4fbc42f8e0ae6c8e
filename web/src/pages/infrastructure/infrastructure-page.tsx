import { useQuery } from '@tanstack/react-query'
import { systemQuery } from '../../api/system.js'
import { Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { PeoplePanel } from '../../components/people/people-panel.js'
import { useTexts } from '../../texts/language.js'
import { Facts } from './facts.js'
import { Health } from './health.js'
import classes from './infrastructure.module.css'
import { LimitsTable } from './limits-table.js'
import { LocationsSection } from './locations-section.js'
import { texts } from './texts.js'

/** «Управление инфраструктурой»: the server and its locations, for whoever runs it. */
export function InfrastructurePage() {
  const t = useTexts(texts)
  const query = useQuery(systemQuery)
  const version = query.data?.version
  return (
    <>
      <PageHeader title={t.title} description={version === undefined ? undefined : t.about(version)} />
      <div className={classes.page}>
        <Loaded query={query}>
          {system => (
            <>
              <Health system={system} />
              <Facts system={system} />
            </>
          )}
        </Loaded>
        <LocationsSection />
        <PeoplePanel of="system-operator" />
        {query.data && (
          <section aria-label={t.limits.title}>
            <header className={classes.header}>
              <div>
                <h2 className={classes.heading}>{t.limits.title}</h2>
                <p>{t.limits.text}</p>
              </div>
            </header>
            <LimitsTable limits={query.data.limits} />
          </section>
        )}
      </div>
    </>
  )
}
