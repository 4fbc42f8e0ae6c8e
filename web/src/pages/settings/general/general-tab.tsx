import { Button, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core'
import type { Locale } from '@obmen/contract'
import type { Location } from '@obmen/contract/rest'
import { IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { currentLocationQuery } from '../../../api/current-location.js'
import { integrationsQuery } from '../../../api/integrations.js'
import { patchMe } from '../../../api/people/me.js'
import { ButtonLink } from '../../../components/forms/button-link.js'
import { CopyField } from '../../../components/forms/copy.js'
import { Loaded } from '../../../components/layout/loaded.js'
import { Section } from '../../../components/layout/section.js'
import { PublicUrlAlert } from '../../../components/public-url-alert.js'
import { useLanguage, useTexts } from '../../../texts/language.js'
import classes from './general.module.css'
import { texts } from './texts-general.js'

const THEMES = ['light', 'dark', 'auto'] as const

/** Language and colors: the person's own, saved as they are chosen. */
function AppearanceSection() {
  const t = useTexts(texts).look
  const { language, setLanguage } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [languageId, themeId] = [useId(), useId()]

  function choose(chosen: Locale) {
    setLanguage(chosen)
    // Messages from the server follow this language too; a failure here doesn't prevent the switch.
    patchMe({ locale: chosen }).catch(() => {})
  }

  return (
    <Section title={t.title} description={t.text}>
      <div className={classes.choices}>
        <div>
          <Text id={languageId} size="sm" fw={500} mb={4}>
            {t.language}
          </Text>
          <SegmentedControl
            aria-labelledby={languageId}
            value={language}
            onChange={chosen => choose(chosen as Locale)}
            data={[
              { value: 'ru', label: t.russian },
              { value: 'en', label: t.english },
            ]}
          />
        </div>
        <div>
          <Text id={themeId} size="sm" fw={500} mb={4}>
            {t.theme}
          </Text>
          <SegmentedControl
            aria-labelledby={themeId}
            value={colorScheme}
            onChange={chosen => setColorScheme(chosen as (typeof THEMES)[number])}
            data={THEMES.map(value => ({ value, label: t.themes[value] }))}
          />
        </div>
      </div>
    </Section>
  )
}

export default function GeneralTab() {
  const query = useQuery(currentLocationQuery)
  return (
    <div className={classes.general}>
      <Loaded query={query}>
        {location => (
          <>
            <LocationSection location={location} />
            <AddressesSection publicUrl={location.publicUrl} />
          </>
        )}
      </Loaded>
      <AppearanceSection />
    </div>
  )
}

function LocationSection({ location: { name, timezone } }: { location: Location }) {
  const t = useTexts(texts).location
  return (
    <Section title={t.title} actions={<ButtonLink to="/location">{t.change}</ButtonLink>}>
      <Text c="dimmed">{t.text(name, timezone)}</Text>
    </Section>
  )
}

function AddressesSection({ publicUrl }: { publicUrl: string }) {
  const t = useTexts(texts).addresses
  // Each integration tells it; without one there is no login yet with which a 1C could call this address.
  const { data: integrations } = useQuery(integrationsQuery)
  const unset = integrations?.items.some(({ exchangeUrlSet }) => !exchangeUrlSet)
  return (
    <Section title={t.title} description={t.text}>
      <div className={classes.fields}>
        <CopyField label={t.exchange} value={`${publicUrl}/1c`} description={t.exchangeHelp} />
        {unset && <PublicUrlAlert />}
        <CopyField label={t.api} value={`${publicUrl}/api/v1`} description={t.apiHelp} />
        <CopyField label={t.openapi} value={`${publicUrl}/api/v1/openapi.json`} />
        <div>
          <Button
            component="a"
            href={`${publicUrl}/api/v1/docs`}
            target="_blank"
            rel="noreferrer"
            variant="default"
            rightSection={<IconExternalLink size={15} />}
          >
            {t.docs}
          </Button>
        </div>
      </div>
    </Section>
  )
}
