import type { CatalogueItem, CatalogueLink } from '@obmen/contract/rest'
import { useTexts } from '../../texts/language.js'
import classes from './catalogue.module.css'
import { texts } from './texts.js'

/** A line of orders: its name over its id. */
export function LineName({ link: { lineId, name } }: { link: Pick<CatalogueLink, 'lineId' | 'name'> }) {
  return (
    <span className={classes.name}>
      {name ?? lineId}
      {name !== null && <span className={classes.detail}>{lineId}</span>}
    </span>
  )
}

/** An item of 1C: its name over its article, or its id where it has none. */
export function ItemName({
  item: { name, article, itemId },
  more,
}: {
  item: Pick<CatalogueItem, 'name' | 'article' | 'itemId'>
  more?: string
}) {
  const t = useTexts(texts)
  const known = article === null ? (more === undefined ? itemId : undefined) : t.article(article)
  const detail = [known, more].filter(text => text !== undefined).join(' · ')
  return (
    <span className={classes.name}>
      {name || itemId}
      <span className={classes.detail}>{detail}</span>
    </span>
  )
}
