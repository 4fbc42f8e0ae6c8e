import type { ReadingCheck } from '@obmen/contract/rest'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useLanguage, useTexts } from '../../../texts/language.js'
import { STEPS } from './english.js'
import classes from './reading.module.css'
import { texts } from './texts-reading.js'

/** What the check found, step by step, and what to do about each. */
export function CheckSteps({ steps }: Pick<ReadingCheck, 'steps'>) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <section aria-label={t.steps} role="status">
      <ol className={classes.steps}>
        {steps.map(({ code, ok, message }) => (
          <li key={code} data-ok={ok}>
            {ok ? (
              <IconCheck size={18} role="img" aria-label={t.ok} />
            ) : (
              <IconX size={18} role="img" aria-label={t.notOk} />
            )}
            <div>
              <strong>{t.step[code]}</strong>
              <p>{language === 'ru' ? message : STEPS[code][ok ? 'ok' : 'failed']}</p>
            </div>
          </li>
        ))}
      </ol>
      {steps.every(({ ok }) => ok) && <p className={classes.works}>{t.works}</p>}
    </section>
  )
}
