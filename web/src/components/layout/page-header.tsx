import { IconChevronLeft } from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { focusDrawnPage } from '../../app/page-focus.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './page-header.module.css'

interface Props {
  title: string
  description?: ReactNode
  badge?: ReactNode
  actions?: ReactNode
  back?: { link: LinkProps; text: string }
}

/** The page's only h1 (it takes the focus after navigation) and the document's title. */
export function PageHeader({ title, description, badge, actions, back }: Props) {
  const { product } = useTexts(texts)
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  useEffect(focusDrawnPage, [])
  return (
    <div className={classes.header}>
      <div className={classes.texts}>
        {back && (
          <Link {...back.link} className={classes.back}>
            <IconChevronLeft size={15} aria-hidden="true" />
            {back.text}
          </Link>
        )}
        <div className={classes.line}>
          <h1 className={classes.title} tabIndex={-1}>
            {title}
          </h1>
          {badge}
        </div>
        {description !== undefined && <div className={classes.description}>{description}</div>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}
