import type { ReadingCheck } from '@obmen/contract/rest'
import { IconCheck, IconX } from '@tabler/icons-react'
import { FAILURES } from '../../../components/reading/english.js'
import { Objects } from '../../../components/reading/reading-state.js'
import { useLanguage, useTexts } from '../../../texts/language.js'
import { NOT_READ, STEPS } from './english.js'
import classes from './reading.module.css'
import { texts } from './texts-reading.js'

/** What the check found, step by step, and what to do about each. */
export function CheckSteps({ steps }: Pick<ReadingCheck, 'steps'>) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <section aria-label={t.steps} role="status">
      <ol className={classes.steps}>
        {steps.map(({ code, ok, message, failure, objects }) => (
          <li key={code} data-ok={ok}>
            {ok ? (
              <IconCheck size={18} role="img" aria-label={t.ok} />
            ) : (
              <IconX size={18} role="img" aria-label={t.notOk} />
            )}
            <div>
              <strong>{t.step[code]}</strong>
              {language === 'ru' ? (
                <p>{message}</p>
              ) : (
                <>
                  <p>{failure === null ? STEPS[code][ok ? 'ok' : 'failed'] : FAILURES[failure]}</p>
                  {objects.length > 0 && <p>{NOT_READ}</p>}
                  <Objects objects={objects} />
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
      {steps.every(({ ok }) => ok) && <p className={classes.works}>{t.works}</p>}
    </section>
  )
}
