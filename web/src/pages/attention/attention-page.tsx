import type { AttentionItem } from '@obmen/contract/rest'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { attentionQuery } from '../../api/attention.js'
import { Empty, Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { useTexts } from '../../texts/language.js'
import classes from './attention.module.css'
import { AttentionLine } from './attention-line.js'
import { texts } from './texts.js'

function keyOf(item: AttentionItem): string {
  switch (item.kind) {
    case 'integration':
      return item.integrationId
    case 'held':
      return `${item.integrationId} ${item.holdKind} ${item.code}`
    case 'tasks':
      return item.kind
    case 'webhook':
      return item.webhookId
    case 'upload':
      return `${item.exchangeId} ${item.name}`
  }
}

/** «Что требует внимания»: each with the one thing to do. Follows the state of things live. */
export function AttentionPage() {
  const t = useTexts(texts)
  const query = useQuery(attentionQuery)
  return (
    <>
      <PageHeader title={t.title} description={t.about} />
      <Loaded query={query}>
        {({ items, more }) =>
          items.length === 0 ? (
            <Empty icon={IconCircleCheck} title={t.quietTitle} text={t.quiet} />
          ) : (
            <>
              <ul className={classes.list} aria-label={t.list}>
                {items.map(item => (
                  <AttentionLine key={keyOf(item)} item={item} />
                ))}
              </ul>
              {more && <p className={classes.more}>{t.more}</p>}
            </>
          )
        }
      </Loaded>
    </>
  )
}
