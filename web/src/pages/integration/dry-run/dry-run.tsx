import { Button, Loader } from '@mantine/core'
import type { Integration } from '@obmen/contract/rest'
import { IconInbox, IconPlayerStop } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { dryRunQuery } from '../../../api/integrations.js'
import { ButtonLink } from '../../../components/forms/button-link.js'
import { Empty, Loaded } from '../../../components/layout/loaded.js'
import { useTexts } from '../../../texts/language.js'
import classes from './dry-run.module.css'
import { DryRunResult } from './dry-run-result.js'
import { texts } from './texts-dry-run.js'

const MAX_ORDERS = 200

/** «Проверить как 1С»: the server plays this 1C over the next package; can be stopped. */
export default function DryRun({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const queryClient = useQueryClient()
  const { id, counts } = integration
  const asked = dryRunQuery(id, MAX_ORDERS)
  const query = useQuery(asked)
  const again = (
    <Button variant="default" onClick={() => void query.refetch()}>
      {t.again}
    </Button>
  )
  if (query.isFetching) return <Running onStop={() => void queryClient.cancelQueries(asked)} />
  if (query.isPending)
    return (
      <div className={classes.stopped} role="status">
        {t.stopped} {again}
      </div>
    )
  return (
    <Loaded query={query}>
      {played =>
        played.documents.length === 0 && played.confirmed ? (
          <Empty icon={IconInbox} title={t.none.title} text={t.none.text}>
            {again}
            <ButtonLink to="/orders" search={{ integrationId: id }}>
              {t.none.orders}
            </ButtonLink>
          </Empty>
        ) : (
          <DryRunResult dryRun={played} owed={counts.owed} again={again} />
        )
      }
    </Loaded>
  )
}

function Running({ onStop }: { onStop: () => void }) {
  const t = useTexts(texts)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(before => before + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className={classes.running}>
      <Loader size="sm" aria-hidden="true" />
      <div>
        <div className={classes.heading} role="status">
          {t.running}
        </div>
        <div className={classes.note}>{t.runningText(seconds)}</div>
      </div>
      <Button variant="default" leftSection={<IconPlayerStop size={16} />} onClick={onStop}>
        {t.stop}
      </Button>
    </div>
  )
}
