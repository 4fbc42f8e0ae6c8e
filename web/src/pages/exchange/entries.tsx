import type { ExchangeEntry } from '@obmen/contract/rest'
import { IconAlertTriangle, IconCheck, IconChevronRight, IconLoader2, IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { Answer } from '../../components/exchanges/exchange-outcome.js'
import { useStepName } from '../../components/exchanges/step-name.js'
import { CopyButton } from '../../components/forms/copy.js'
import { hasText } from '../../texts/catalogue.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { Body } from './body.js'
import classes from './exchange.module.css'
import { texts } from './texts.js'
import { texts as stepTexts } from './texts-steps.js'

const ICONS: Record<ExchangeEntry['outcome'], typeof IconCheck> = {
  running: IconLoader2,
  done: IconCheck,
  failure: IconX,
  refused: IconX,
  cut: IconAlertTriangle,
}

export function Entries({ exchangeId, entries }: { exchangeId: number; entries: ExchangeEntry[] }) {
  const t = useTexts(texts)
  return (
    <ol className={classes.entries} aria-label={t.steps}>
      {entries.map(entry => (
        <Entry key={entry.id} exchangeId={exchangeId} entry={entry} />
      ))}
    </ol>
  )
}

function Entry({ exchangeId, entry }: { exchangeId: number; entry: ExchangeEntry }) {
  const t = useTexts(texts)
  const name = useStepName()
  const words = useEntryTexts()
  const { bytes, duration, exactTime } = useFormats()
  const id = useId()
  const [opened, setOpened] = useState(false)
  const { outcome, status, responseSize, durationMs, at } = entry
  const Icon = ICONS[outcome]
  const facts = [
    status === null ? undefined : t.status(status),
    responseSize > 0 ? bytes(responseSize) : undefined,
    duration(durationMs),
  ].filter(fact => fact !== undefined)
  const said = words(entry)
  return (
    <li className={classes.entry} data-outcome={outcome}>
      <button
        type="button"
        className={classes.head}
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        <span className={classes.sign} aria-hidden="true">
          <Icon size={14} stroke={2.2} />
        </span>
        <span className={classes.said}>
          <span className={classes.name}>{name(entry)}</span>
          <span className={classes.words}>
            {said.text} {said.answer !== undefined && <Answer>{said.answer}</Answer>}
          </span>
        </span>
        <span className={`${classes.facts} numbers`}>
          <time dateTime={at} title={exactTime(at)}>
            {exactTime(at).split(' ').at(-1)}
          </time>
          {facts.map(fact => ` · ${fact}`).join('')}
        </span>
        <IconChevronRight size={16} aria-hidden="true" className={classes.chevron} />
      </button>
      <div id={id} hidden={!opened}>
        {opened && <EntryContent exchangeId={exchangeId} entry={entry} />}
      </div>
    </li>
  )
}

/** Request and answer of one step: first lines, headers (the server masks secrets), bodies. */
function EntryContent({ exchangeId, entry }: { exchangeId: number; entry: ExchangeEntry }) {
  const t = useTexts(texts)
  const { id: entryId, method, url, status, requestHeaders, responseHeaders } = entry
  return (
    <div className={classes.content}>
      <section aria-label={t.request}>
        <h2 className={classes.part}>{t.request}</h2>
        <div className={classes.line}>
          <code className="mono">
            {method} {url}
          </code>
          <CopyButton value={url} what={t.address} />
        </div>
        <Headers headers={requestHeaders} />
        {entry.requestSize > 0 && (
          <Body
            of={{ exchangeId, entryId, side: 'request' }}
            size={entry.requestSize}
            kept={entry.requestKept}
            contentType={requestHeaders['content-type']}
          />
        )}
      </section>
      <section aria-label={t.response}>
        <h2 className={classes.part}>{t.response}</h2>
        {status === null ? (
          <p className={classes.quiet}>{t.noAnswer}</p>
        ) : (
          <>
            <div className={classes.line}>
              <code className="mono">{t.status(status)}</code>
            </div>
            <Headers headers={responseHeaders ?? {}} />
            <Body
              of={{ exchangeId, entryId, side: 'response' }}
              size={entry.responseSize}
              kept={entry.responseKept}
              contentType={responseHeaders?.['content-type']}
              text={entry.responseText}
            />
          </>
        )}
      </section>
    </div>
  )
}

function Headers({ headers }: { headers: Record<string, string> }) {
  const t = useTexts(texts)
  const names = Object.keys(headers)
  if (names.length === 0) return null
  return (
    <details className={classes.headers}>
      <summary>{t.headers(names.length)}</summary>
      <dl className="mono">
        {names.map(name => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{headers[name]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

interface EntryText {
  text: string
  answer?: string | undefined
}

function useEntryTexts(): (entry: ExchangeEntry) => EntryText {
  const t = useTexts(stepTexts)
  const { bytes, number } = useFormats()
  return entry => {
    const { outcome, mode, type, login, orderCount, repeats, requestSize, responseText } = entry
    switch (outcome) {
      case 'running':
        return { text: t.running }
      case 'cut':
        return { text: mode === 'query' ? t.cutOrders : t.cut }
      case 'refused':
        return {
          text: repeats > 0 ? t.refusedAgain(repeats, number(repeats)) : t.refused,
          answer: spoken(responseText),
        }
      case 'failure':
        return { text: t.failure, answer: spoken(responseText) }
      case 'done':
        if (type === 'reference' && mode === 'file') return { text: t.reference(bytes(requestSize)) }
        if (type === 'catalog' && hasText(mode, t.catalog)) return { text: t.catalog[mode] }
        if (mode === 'checkauth') return { text: login === null ? t.signedIn : t.signedInAs(login) }
        if (mode === 'query')
          return { text: orderCount ? t.orders(orderCount, number(orderCount)) : t.noOrders }
        return { text: hasText(mode, t.done) ? t.done[mode] : t.answered }
    }
  }
}

/** The text after `failure` in an answer of the protocol. */
function spoken(answer: string | null): string | undefined {
  return answer?.replace(/^failure\s*/, '').trim() || undefined
}
