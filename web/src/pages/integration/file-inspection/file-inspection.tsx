import { Button, FileButton } from '@mantine/core'
import type { InspectedFile, FileInspection as Inspection, Integration } from '@obmen/contract/rest'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type DragEvent, useRef, useState } from 'react'
import { inspectFile } from '../../../api/integrations.js'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { useFailureText } from '../../../components/layout/loaded.js'
import { Section } from '../../../components/layout/section.js'
import { useProblemText } from '../../../components/refusals/use-refusal.js'
import { Status, type Tone } from '../../../components/status.js'
import { useTexts } from '../../../texts/language.js'
import { ItemName } from '../../catalogue/item-name.js'
import { LineChanges } from '../../order/accounting/order-accounting.js'
import { texts as timelineTexts } from '../../order/timeline/texts-timeline.js'
import classes from './file-inspection.module.css'
import { texts } from './texts-file-inspection.js'

/** A file dropped here, or chosen, is read as if this 1C had uploaded it; nothing is changed. */
export function FileInspection({ integration: { id } }: { integration: Integration }) {
  const t = useTexts(texts)
  const failureText = useFailureText()
  const [isOver, setOver] = useState(false)
  const reset = useRef<() => void>(null)
  const inspection = useMutation({ mutationFn: (file: File) => inspectFile(id, file) })
  const check = (file: File | null | undefined): void => {
    // The same file can be chosen again, e.g. after it was written anew.
    reset.current?.()
    if (file) inspection.mutate(file)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    check(event.dataTransfer.files[0])
  }
  const { data, error, isPending, variables } = inspection
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button does the same
    <div
      className={isOver ? `${classes.area} ${classes.over}` : classes.area}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Section
        title={t.title}
        description={isOver ? t.drop : t.text}
        actions={
          <FileButton onChange={check} resetRef={reset} accept=".xml,.zip,.tmp,text/xml,application/zip">
            {props => (
              <Button {...props} variant="default" loading={isPending}>
                {data ? t.another : t.choose}
              </Button>
            )}
          </FileButton>
        }
      >
        <div aria-live="polite">
          {isPending && <p className={classes.second}>{t.reading(variables.name)}</p>}
          {!isPending && error !== null && <p className={classes.failure}>{failureText(error)}</p>}
          {!isPending && data && <InspectedFiles inspection={data} />}
        </div>
      </Section>
    </div>
  )
}

type InspectedDocument = InspectedFile['documents'][number]

function InspectedFiles({ inspection: { items, catalogue: changes } }: { inspection: Inspection }) {
  const t = useTexts(texts)
  const problemText = useProblemText()
  return (
    <ul className={classes.list}>
      {items.map(({ name, kind, count, failure, failureReason, documents, catalogue }) => (
        <li key={name}>
          <p>
            <span className="mono">{name}</span>{' '}
            {failure === null && (
              <span className={classes.second}>
                {t.kinds[kind](count)}
                {catalogue && `, ${isWhole(catalogue) ? t.whole : t.changesOnly}`}
              </span>
            )}
          </p>
          {failure !== null && (
            <p className={classes.failure}>{problemText({ ...failureReason, message: failure })}</p>
          )}
          {catalogue && <InspectedCatalogue name={name} catalogue={catalogue} />}
          <ul className={classes.documents}>
            {documents.map((document, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file may say the same twice
              <li key={index}>
                <OneDocument document={document} />
              </li>
            ))}
          </ul>
          {catalogue === null && documents.length < count && (
            <p className={classes.second}>{t.more(documents.length)}</p>
          )}
        </li>
      ))}
      {changes && (
        <li>
          <CatalogueChanges changes={changes} />
        </li>
      )}
    </ul>
  )
}

const isWhole = ({ wholeItems, wholeOffers }: NonNullable<InspectedFile['catalogue']>): boolean =>
  wholeItems || wholeOffers

function OneDocument({ document }: { document: InspectedDocument }) {
  const t = useTexts(texts)
  const words = useTexts(timelineTexts).parts
  const { orderId, orderNumber, documentNumber, outcome, parts, lineChanges, currency } = document
  const facts = (['posted', 'canceled', 'deleted'] as const)
    .filter(fact => document[fact])
    .map(fact => t.facts[fact])
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
      {[documentNumber === null ? undefined : t.document(documentNumber), ...facts]
        .filter(Boolean)
        .map(fact => `, ${fact}`)
        .join('')}
      {' — '}
      <strong>{t.outcomes[outcome](parts.map(part => words[part] ?? part).join(', '))}</strong>
      {lineChanges.length > 0 && <LineChanges changes={lineChanges} currency={currency ?? 'RUB'} />}
    </>
  )
}

type Catalogue = NonNullable<InspectedFile['catalogue']>
type Entry = Catalogue['entries'][number]

const TONES: Readonly<Record<NonNullable<Entry['outcome']>, Tone>> = {
  added: 'green',
  changed: 'amber',
  unchanged: 'grey',
}

function InspectedCatalogue({ name, catalogue }: { name: string; catalogue: Catalogue }) {
  const t = useTexts(texts)
  const { entries, items, offers } = catalogue
  const columns: Column<Entry, typeof t.columns>[] = [
    { id: 'item', onCard: 'title', cell: entryName },
    { id: 'unit', cell: ({ unitName }) => unitName ?? '' },
    { id: 'vat', cell: ({ vat }) => (vat === 'none' ? t.noVat : vat === null ? '' : `${vat} %`) },
    {
      id: 'price',
      align: 'end',
      cell: ({ prices: [first] }) => [first?.price, first?.currency].filter(Boolean).join(' '),
    },
    { id: 'quantity', align: 'end', cell: ({ quantity }) => quantity ?? '' },
    {
      id: 'outcome',
      onCard: 'plain',
      cell: ({ outcome }) => outcome && <Status tone={TONES[outcome]}>{t.becomes[outcome]}</Status>,
    },
  ]
  return (
    <>
      <p className={classes.second}>{t.counts(catalogue)}</p>
      {entries.length > 0 && (
        <DataTable
          titles={t.columns}
          label={name}
          columns={columns}
          rows={entries}
          rowKey={entry => entries.indexOf(entry)}
          wide
        />
      )}
      {entries.length < items + offers && <p className={classes.second}>{t.more(entries.length)}</p>}
    </>
  )

  function entryName({ deleted, name, ...item }: Entry) {
    const named = { ...item, name: name ?? '' }
    return deleted ? <ItemName item={named} more={t.markedDeleted} /> : <ItemName item={named} />
  }
}

function CatalogueChanges({ changes }: { changes: NonNullable<Inspection['catalogue']> }) {
  const t = useTexts(texts)
  const { added, changed, gone, goneItems, brokenLinks } = changes
  return (
    <>
      <p>
        <strong>{t.catalogueChanges(added, changed, gone)}</strong>
      </p>
      {gone > 0 && (
        <>
          <p>{t.ifNoOther}</p>
          <ul className={classes.documents}>
            {goneItems.map(({ itemId, name }) => (
              <li key={itemId}>{name || itemId}</li>
            ))}
          </ul>
          {goneItems.length < gone && <p className={classes.second}>{t.more(goneItems.length)}</p>}
        </>
      )}
      {brokenLinks.length > 0 && <p className={classes.failure}>{t.brokenLinks(brokenLinks.join(', '))}</p>}
    </>
  )
}
