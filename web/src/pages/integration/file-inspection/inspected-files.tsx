import type { InspectedFile } from '@obmen/contract/rest'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../../texts/language.js'
import { LineChanges } from '../../order/accounting/line-changes.js'
import { texts as timelineTexts } from '../../order/timeline/texts-timeline.js'
import classes from './file-inspection.module.css'
import { texts } from './texts-file-inspection.js'

type InspectedDocument = InspectedFile['documents'][number]

/** What each file says, and what each of its documents would change. */
export function InspectedFiles({ files }: { files: InspectedFile[] }) {
  const t = useTexts(texts)
  return (
    <ul className={classes.list}>
      {files.map(({ name, kind, count, failure, documents }) => (
        <li key={name}>
          <p>
            <span className="mono">{name}</span>{' '}
            {failure === null && <span className={classes.second}>{t.kinds[kind](count)}</span>}
          </p>
          {failure !== null && (
            <p className={classes.failure} lang="ru">
              {failure}
            </p>
          )}
          <ul className={classes.documents}>
            {documents.map((document, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file may say the same twice
              <li key={index}>
                <OneDocument document={document} />
              </li>
            ))}
          </ul>
          {documents.length < count && <p className={classes.second}>{t.more(documents.length)}</p>}
        </li>
      ))}
    </ul>
  )
}

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
