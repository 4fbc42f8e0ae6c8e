import { useQuery } from '@tanstack/react-query'
import { currentLocationQuery } from '../../api/current-location.js'
import { CopyField } from '../../components/forms/copy-field.js'
import { Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { Section } from '../../components/layout/section.js'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import classes from './location.module.css'
import { LocationForm } from './location-form.js'
import { texts } from './texts.js'

export function LocationPage() {
  const t = useTexts(texts)
  const { date } = useFormats()
  const query = useQuery(currentLocationQuery)
  return (
    <>
      <PageHeader title={t.title} description={t.about} />
      <Loaded query={query}>
        {location => (
          <div className={classes.location}>
            <Section title={t.section}>
              <LocationForm key={location.id} location={location} />
            </Section>
            <Section title={t.facts} description={t.created(date(location.createdAt))}>
              <CopyField label={t.id} value={location.id} />
            </Section>
          </div>
        )}
      </Loaded>
    </>
  )
}
