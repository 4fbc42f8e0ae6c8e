import type { FileInspection, InspectedFile } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import { useProblemText } from '../../../components/refusals/use-refusal.js'
import { useTexts } from '../../../texts/language.js'
import { LineChanges } from '../../order/accounting/line-changes.js'
import { texts as timelineTexts } from '../../order/timeline/texts-timeline.js'
import classes from './file-inspection.module.css'
import { CatalogueChanges, InspectedCatalogue } from './inspected-catalogue.js'
import { texts } from './texts-file-inspection.js'

type InspectedDocument = InspectedFile['documents'][number]

/** What each file says, and what each of its documents would change. */
export function InspectedFiles({
  inspection: { items, catalogue: changes },
}: {
  inspection: FileInspection
}) {
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
