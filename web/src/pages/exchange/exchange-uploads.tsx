import { Button } from '@mantine/core'
import type { Upload, UploadedDocument } from '@obmen/contract/rest'
import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { uploadDocumentsQuery, uploadsQuery } from '../../api/exchanges.js'
import { Failure, Loaded, useFailureText } from '../../components/layout/loaded.js'
import { Section } from '../../components/layout/section.js'
import { useProblemText } from '../../components/refusals/use-refusal.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { texts as timelineTexts } from '../order/timeline/texts-timeline.js'
import { texts } from './texts-uploads.js'
import classes from './uploads.module.css'

/** Files that 1C sent in this exchange, and what they changed; hidden if there were none. */
export function ExchangeUploads({ exchangeId }: { exchangeId: number }) {
  const t = useTexts(texts)
  const query = useInfiniteQuery(uploadsQuery(exchangeId))
  const { data, error, refetch } = query
  if (!data && error)
    return (
      <div className={classes.uploads}>
        <Section title={t.title}>
          <Failure error={error} retry={() => void refetch()} />
        </Section>
      </div>
    )
  if (!data || data.items.length === 0) return null
  return (
    <div className={classes.uploads}>
      <Section title={t.title}>
        <ul className={classes.list}>
          {data.items.map(upload => (
            <li key={upload.id}>
              <One upload={upload} />
            </li>
          ))}
        </ul>
        <More query={query} />
      </Section>
    </div>
  )
}

function One({ upload }: { upload: Upload }) {
  const t = useTexts(texts)
  const { bytes, number } = useFormats()
  const problemText = useProblemText()
  const [open, setOpen] = useState(false)
  const { name, size, state, documents, changed, catalogue, failure, failureReason } = upload
  const isOfOrders = upload.files.some(({ kind }) => kind === 'orders')
  return (
    <>
      <p className={classes.name}>
        <span className="mono">{name || t.unnamed}</span>{' '}
        <span className={classes.second}>{bytes(size)}</span>
      </p>
      <p className={classes.second}>
        {state === 'done' && isOfOrders
          ? t.read(documents, changed)
          : state === 'done' && catalogue
            ? t.catalogue(catalogue, documents, number(documents))
            : t.states[state]}
      </p>
      {failure !== null && (
        <p className={classes.failure}>{problemText({ ...failureReason, message: failure })}</p>
      )}
      {documents > 0 && isOfOrders && (
        <details onToggle={event => setOpen(event.currentTarget.open)}>
          <summary>{t.content}</summary>
          {open && <Documents uploadId={upload.id} />}
        </details>
      )}
    </>
  )
}

function Documents({ uploadId }: { uploadId: number }) {
  const query = useInfiniteQuery(uploadDocumentsQuery(uploadId))
  return (
    <Loaded query={query}>
      {({ items }) => (
        <>
          <ul className={classes.documents}>
            {items.map(document => (
              <li key={`${document.file} ${document.position}`}>
                <Document document={document} />
              </li>
            ))}
          </ul>
          <More query={query} />
        </>
      )}
    </Loaded>
  )
}

function More({
  query,
}: {
  query: Pick<
    UseInfiniteQueryResult,
    'hasNextPage' | 'fetchNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'error'
  >
}) {
  const t = useTexts(texts)
  const failureText = useFailureText()
  if (!query.hasNextPage) return null
  return (
    <>
      {query.isFetchNextPageError && (
        <p className={classes.failure} role="alert">
          {failureText(query.error)}
        </p>
      )}
      <Button
        variant="default"
        size="xs"
        loading={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {t.more}
      </Button>
    </>
  )
}

function Document({ document: { orderId, orderNumber, outcome, parts } }: { document: UploadedDocument }) {
  const t = useTexts(texts)
  const words = useTexts(timelineTexts).parts
  const title = t.order(orderNumber)
  return (
    <>
      {orderId === null ? (
        title
      ) : (
        <Link to="/orders/$orderId" params={{ orderId }}>
          {title}
        </Link>
      )}
      {': '}
      {outcome === 'changed' && parts.length > 0
        ? parts.map(part => words[part] ?? part).join(', ')
        : t.outcomes[outcome ?? 'waiting']}
    </>
  )
}
