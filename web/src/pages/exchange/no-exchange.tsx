import { Button } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Empty } from '../../components/layout/empty.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

/** Shown for an exchange that the journal no longer has, or never had. */
export function NoExchange() {
  const t = useTexts(texts).none
  return (
    <>
      <PageHeader title={t.title} />
      <Empty icon={IconArrowsExchange} title={t.heading} text={t.text}>
        <Button variant="default" renderRoot={props => <Link to="/exchanges" {...props} />}>
          {t.toList}
        </Button>
      </Empty>
    </>
  )
}
