import type { FindingCode, Severity } from '@obmen/contract'
import type { FindingPage } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import { texts as names } from '../../../components/findings/texts.js'
import { Status, type Tone } from '../../../components/status.js'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import classes from './findings.module.css'
import { texts } from './texts-findings.js'

const TONES = { blocks: 'red', loses: 'amber', note: 'grey' } as const satisfies Record<Severity, Tone>

interface Props {
  integrationId: string
  counts: NonNullable<FindingPage['counts']>
  /** The only one shown, if chosen. */
  code: FindingCode | undefined
}

/** One row per cause, the most severe and most frequent first. */
export function FindingCauses({ integrationId, counts, code }: Props) {
  const t = useTexts(texts)
  const named = useTexts(names)
  const { number } = useFormats()
  if (counts.length === 0) return null
  return (
    <ul className={classes.causes} aria-label={t.causes}>
      {counts.map(({ code: one, severity, orders }) => (
        <li key={`${one} ${severity}`} data-shown={code === one || undefined}>
          <Link
            to="/integrations/$integrationId"
            params={{ integrationId }}
            search={{ tab: 'findings', ...(code === one ? {} : { code: one, severity }) }}
            resetScroll={false}
            aria-current={code === one ? 'true' : undefined}
          >
            {t.cause(orders, number(orders), named.codes[one])}
          </Link>
          <Status tone={TONES[severity]}>{named.severities[severity]}</Status>
        </li>
      ))}
    </ul>
  )
}
