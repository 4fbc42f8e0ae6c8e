import { Text } from '@mantine/core'
import type { Integration } from '@obmen/contract/rest'
import { explainRules, readSettings } from '@obmen/contract/settings'
import { Section } from '../../../components/layout/section.js'
import { useLanguage, useTexts } from '../../../texts/language.js'
import classes from './rules.module.css'
import { RulesForm } from './rules-form.js'
import { texts } from './texts.js'

/** «Правила»: what the rules match, in a sentence, and the settings to change them. */
export default function RulesTab({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { settings, notes } = readSettings(integration.settings, language)
  return (
    <div className={classes.rules}>
      <Section title={t.now}>
        <Text>{explainRules(settings, language)}</Text>
        {notes.length > 0 && (
          <div className={classes.notes}>
            <strong>{t.notes}</strong>
            {notes.map(note => (
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
