import type { ExchangeEntry } from '@obmen/contract/rest'
import { CopyButton } from '../../components/forms/copy-button.js'
import { useTexts } from '../../texts/language.js'
import { Body } from './body.js'
import classes from './exchange.module.css'
import { texts } from './texts.js'

/** Request and answer of one step: first lines, headers (the server masks secrets), bodies. */
export function EntryContent({ exchangeId, entry }: { exchangeId: number; entry: ExchangeEntry }) {
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
