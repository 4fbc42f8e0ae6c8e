import { Button } from '@mantine/core'
import { IconReceipt } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useAdministers } from '../../api/people/me.js'
import { Empty } from '../../components/layout/empty.js'
import { PageHeader } from '../../components/layout/page-header.js'
import { RefusedOrder } from '../../components/requests/refused-order.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

export function NoOrder({ id }: { id: string }) {
  const t = useTexts(texts).none
  const administers = useAdministers()
  return (
    <>
      <PageHeader title={t.title} />
      {administers && <RefusedOrder id={id} />}
      <Empty icon={IconReceipt} title={t.heading} text={t.text(id)}>
        <Button variant="default" renderRoot={props => <Link to="/orders" {...props} />}>
          {t.toList}
        </Button>
      </Empty>
    </>
  )
}
