import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { attentionQuery } from '../../api/attention.js'
import { AttentionList } from '../../components/attention/attention-list.js'
import { Empty, Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { useTexts } from '../../texts/language.js'
import classes from './attention-page.module.css'
import { texts } from './texts.js'

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
              <AttentionList items={items} />
              {more && <p className={classes.more}>{t.more}</p>}
            </>
          )
        }
      </Loaded>
    </>
  )
}
