import type { Exchange } from '@obmen/contract/rest'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { useIntegrationName } from '../integrations/integration-name.js'
import classes from './empty-run.module.css'
import { texts } from './texts.js'
import { texts as exchangeTexts } from './texts-exchange.js'
import { RUN_SHOWN } from './use-opened-runs.js'

interface Props {
  run: NonNullable<Exchange['run']>
  /** When the latest of them began. */
  until: string
  opened: boolean
  onToggle: () => void
}

/** «48 пустых обменов», from when to when; opens to show them one by one. */
export function EmptyRun({ run: { count, since }, until, opened, onToggle }: Props) {
  const t = useTexts(texts)
  const { number, exactTime } = useFormats()
  return (
    <button type="button" className={classes.run} aria-expanded={opened} onClick={onToggle}>
      <IconChevronRight size={15} aria-hidden="true" />
      <span>{t.run.empty(count, number(count))}</span>
      <span className="numbers">
        {exactTime(since)} – {exactTime(until)}
      </span>
      {opened && count > RUN_SHOWN && <span>{t.run.more(number(RUN_SHOWN))}</span>}
    </button>
  )
}

/** An exchange that only checked the connection. */
export function ConnectionCheck({ exchange }: { exchange: Exchange }) {
  const t = useTexts(texts)
  const { connection } = useTexts(exchangeTexts)
  const { exactTime } = useFormats()
  const nameOf = useIntegrationName()
  const { id, startedAt } = exchange
  return (
    <Link to="/exchanges/$exchangeId" params={{ exchangeId: String(id) }} className={classes.run}>
      <span>{t.exchange(id)}</span>
      <span>{connection}</span>
      <span>{nameOf(exchange)}</span>
      <span className="numbers">{exactTime(startedAt)}</span>
    </Link>
  )
}
