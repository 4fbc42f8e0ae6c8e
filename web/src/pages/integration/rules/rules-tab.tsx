import { Text } from '@mantine/core'
import type { Integration } from '@obmen/contract/rest'
import { explainRules, readSettings } from '@obmen/contract/settings'
import { Section } from '../../../components/layout/section.js'
import { useLanguage, useTexts } from '../../../texts/language.js'
import { texts } from '../texts.js'
import classes from './rules.module.css'
import { RulesForm } from './rules-form.js'

/** «Правила»: what the rules match, in a sentence, and the settings to change them. */
export default function RulesTab({ integration }: { integration: Integration }) {
  const t = useTexts(texts).rules
  const { language } = useLanguage()
  return (
    <div className={classes.rules}>
      <Section title={t.now}>
        <Text>
          {language === 'ru'
            ? integration.rules
            : explainRules(readSettings(JSON.stringify(integration.settings)).settings, language)}
        </Text>
        {integration.notes.length > 0 && (
          <div className={classes.notes}>
            <strong>{t.notes}</strong>
            {integration.notes.map(note => (
              <div key={note}>{note}</div>
            ))}
          </div>
        )}
      </Section>
      <Section title={t.title} description={t.text}>
        <RulesForm integration={integration} />
      </Section>
    </div>
  )
}
