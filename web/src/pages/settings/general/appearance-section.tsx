import { SegmentedControl, Text, useMantineColorScheme } from '@mantine/core'
import type { Locale } from '@obmen/contract'
import { useId } from 'react'
import { patchMe } from '../../../api/people/me.js'
import { Section } from '../../../components/layout/section.js'
import { useLanguage, useTexts } from '../../../texts/language.js'
import classes from './general.module.css'
import { texts } from './texts-general.js'

const THEMES = ['light', 'dark', 'auto'] as const

/** Language and colors: the person's own, saved as they are chosen. */
export function AppearanceSection() {
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
