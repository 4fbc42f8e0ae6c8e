import { Button } from '@mantine/core'
import { IconReceipt, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAdministers } from '../../api/people/me.js'
import { Empty } from '../../components/layout/empty.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

/** The platform has sent nothing yet: explains how to. */
export function NoOrders() {
  const t = useTexts(texts).none
  const administers = useAdministers()
  return (
    <Empty
      icon={IconReceipt}
      title={t.title}
      text={
        <>
          {t.text} <code className="mono">{t.call}</code>.
        </>
      }
    >
      {administers && (
        <Button
          variant="default"
          renderRoot={props => <Link to="/settings" search={{ tab: 'tokens' }} {...props} />}
        >
          {t.tokens}
        </Button>
      )}
    </Empty>
  )
}

/** `continues`: not all orders were searched yet; the next page continues. */
export function NothingFound({ continues, children }: { continues: boolean; children: ReactNode }) {
  const t = useTexts(texts).nothing
  return (
    <Empty icon={IconSearch} title={t.title} text={continues ? t.continues : t.text}>
      {children}
    </Empty>
  )
}
