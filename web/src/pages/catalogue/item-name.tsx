import type { CatalogueItem, CatalogueLink } from '@obmen/contract/rest'
import { useTexts } from '../../texts/language.js'
import classes from './catalogue.module.css'
import { texts } from './texts.js'

export function LineName({ link: { lineId, name } }: { link: Pick<CatalogueLink, 'lineId' | 'name'> }) {
  return (
    <span className={classes.name}>
      {name ?? lineId}
      {name !== null && <span className={classes.detail}>{lineId}</span>}
    </span>
  )
}

type NamedItem = Pick<CatalogueItem, 'name' | 'article' | 'itemId'> &
  Partial<Pick<CatalogueItem, 'characteristics'>>

/** An item of 1C: its name with missing characteristics, below it the article or the id. */
export function ItemName({
  item: { name, article, itemId, characteristics = [] },
  more,
}: {
  item: NamedItem
  more?: string
}) {
  const t = useTexts(texts)
  const values = characteristics.flatMap(({ value }) => (value === '' || name.includes(value) ? [] : value))
  const known = article === null ? (more === undefined ? itemId : undefined) : t.article(article)
  const detail = [known, more].filter(text => text !== undefined).join(' · ')
  return (
    <span className={classes.name}>
      {name || itemId}
      {values.length > 0 && ` (${values.join(', ')})`}
      <span className={classes.detail}>{detail}</span>
    </span>
  )
}
