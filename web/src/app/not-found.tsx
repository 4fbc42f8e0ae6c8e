import { Button } from '@mantine/core'
import { IconCompass } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Empty } from '../components/layout/empty.js'
import { PageHeader } from '../components/layout/page-header.js'
import { useTexts } from '../texts/language.js'
import { texts } from './texts.js'

export function NotFound() {
  const t = useTexts(texts)
  return (
    <>
      <PageHeader title={t.notFound.title} />
      <Empty icon={IconCompass} title={t.notFound.heading} text={t.notFound.text}>
        <Button component={Link} to="/" variant="default">
          {t.toStart}
        </Button>
      </Empty>
    </>
  )
}
